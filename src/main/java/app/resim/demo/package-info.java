/**
 * Promises what a newcomer needs to try Resim: invented people, their messages, a
 * pretended phone, a pretended billing. Hides the simulated outer systems behind pages of
 * its own. Never exists in production: everything here carries the profile {@code demo}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "account", "account :: simulated", "catalogue",
		"notification :: simulated", "provisioning", "provisioning :: simulated", "ui" })
@NullMarked
package app.resim.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
