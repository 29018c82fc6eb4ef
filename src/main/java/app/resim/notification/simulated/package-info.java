/**
 * A catcher that keeps messages for the demonstration's message page.
 */
@NamedInterface("simulated")
@NullMarked
package app.resim.notification.simulated;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
