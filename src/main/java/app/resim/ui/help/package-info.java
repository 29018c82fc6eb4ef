/**
 * Promises answers to what people ask, in their language and with the brand's own values,
 * for everybody who comes, on plain pages that need no script. Hides how they are found.
 * Never tells a stranger anything about a customer.
 */
@ApplicationModule(allowedDependencies = { "ui", "kernel", "account :: port", "catalogue", "help", "request" })
@NullMarked
package app.resim.ui.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
