/**
 * Promises that a person of the operator calls back whoever asks for it. Hides how the
 * number is kept and when it goes. Never takes a call for a proof of anything, and never
 * keeps a number longer than somebody needs it.
 *
 * @see "decision 0037"
 */
@ApplicationModule(allowedDependencies = { "kernel", "keys", "account", "catalogue", "limits" })
@NullMarked
package app.resim.help;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
