/**
 * Promises that a line lives on a new SIM: orders the profile, gives the activation code,
 * switches the line. Hides the SM-DP+, the network and their faults. Never puts an
 * activation code into a log, an event or an exception.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalogue", "keys", "callers", "counterpart" })
@NullMarked
package app.resim.provisioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
