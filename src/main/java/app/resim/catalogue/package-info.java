/**
 * Promises what the operator has laid down: brands, reasons, fees, promises, policies,
 * and which device takes an eSIM. Hides the files that these things are read from. Never
 * holds anything about a person.
 */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package app.resim.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
