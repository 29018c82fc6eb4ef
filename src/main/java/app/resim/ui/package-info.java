/**
 * Promises the frame of every page: layout, components, wording, sign-in, the browser's
 * security chain, error pages. Hides Vaadin's bootstrapping and the style sheet. Never
 * decides anything about a request.
 *
 * <p>
 * It may read the catalogue because every page carries the brand's name, colour, hotline
 * and opening hours.
 */
@ApplicationModule(allowedDependencies = { "kernel", "account", "catalogue", "limits", "openid" })
@NullMarked
package app.resim.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
