/**
 * Promises who somebody is: subscribers and their lines, staff, sign-in by one-time code;
 * and how they stand with the operator's billing. Hides the operator's customer directory
 * and billing, the codes and how they are kept. Never sends a code to the line that is
 * being replaced, and never asks where money shall go.
 */
@ApplicationModule(allowedDependencies = { "kernel", "keys", "openid", "counterpart" })
@NullMarked
package app.resim.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
