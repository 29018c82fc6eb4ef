/**
 * Promises that only an agreed outer system calls: the holder of a client certificate or
 * of a bearer token. Hides how both are compared. Never lets anybody in where nothing was
 * agreed.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.resim.callers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
