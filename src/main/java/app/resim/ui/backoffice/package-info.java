/**
 * Promises the pages of reviewers. Hides how a case is laid out. Never shows a customer's
 * page or an activation code.
 */
@ApplicationModule(allowedDependencies = { "ui", "kernel", "catalogue", "account", "account :: port", "counterpart",
		"help", "identity", "protection", "request", "privacy", "audit", "visit" })
@NullMarked
package app.resim.ui.backoffice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
