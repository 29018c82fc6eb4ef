/**
 * Promises an assessment of a line. Hides the rules and the history of changes. Never
 * learns which request asked.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalogue" })
@NullMarked
package app.resim.protection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
