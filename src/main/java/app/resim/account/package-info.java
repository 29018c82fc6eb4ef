/**
 * Promises who somebody is: subscribers and their lines, staff, sign-in by one-time code.
 * Hides the operator's customer directory, the codes and how they are kept. Never sends a
 * code to the line that is being replaced.
 */
@ApplicationModule(allowedDependencies = { "kernel", "keys", "openid", "counterpart" })
@NullMarked
package app.resim.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
