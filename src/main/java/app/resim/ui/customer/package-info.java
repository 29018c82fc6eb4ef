/**
 * Promises the guided pages of the customer. Hides how an answer is asked. Never reaches
 * provisioning, protection or the audit trail.
 */
@ApplicationModule(
		allowedDependencies = { "ui", "kernel", "catalogue", "account", "identity", "limits", "request", "visit" })
@NullMarked
package app.resim.ui.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
