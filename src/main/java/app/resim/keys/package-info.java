/**
 * Promises that a secret at rest is readable only with the operator's key. Hides the key
 * sets, their rotation and where they are kept. Never gives a key out.
 */
@ApplicationModule(allowedDependencies = { "counterpart", "kernel" })
@NullMarked
package app.resim.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
