/**
 * Promises that people are told what happens to their line, in their language. Hides
 * templates, gateways and retries. Never carries an activation code or an identity
 * number.
 */
@ApplicationModule(allowedDependencies = { "kernel", "account", "account :: port", "catalogue", "counterpart",
		"help :: port", "limits", "request", "visit" })
@NullMarked
package app.resim.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
