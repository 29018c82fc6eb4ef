/**
 * Promises the frame of every page: layout, wording, sign-in, the browser's security
 * chain, error pages. Hides Vaadin's bootstrapping and the style sheets. Never decides
 * anything about a request.
 */
@ApplicationModule(allowedDependencies = { "kernel", "account" })
@NullMarked
package app.resim.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
