/**
 * Promises that an outer system which is sick or slow does not make the rest sick: it is
 * left in peace for a while, and only so many wait for it at once. Hides how health is
 * judged. Never decides what a caller does instead, and never repeats a call.
 *
 * @see "decision 0025"
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.resim.counterpart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
