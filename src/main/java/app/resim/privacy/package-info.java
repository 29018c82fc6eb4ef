/**
 * Promises a customer's rights over what is kept about them: a legal hold that stops
 * deletion, an export of everything, and an erasure that is finished even after a stop in
 * the middle. Hides how the parts are gathered from the modules, each of which gives its
 * own through {@link app.resim.kernel.PersonalData}. Never decides anything about a
 * request.
 *
 * @see "decision 0014"
 */
@ApplicationModule(allowedDependencies = { "kernel", "account", "audit", "callers" })
@NullMarked
package app.resim.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
