/**
 * Promises that nothing which guesses, sends or costs is done more often than
 * {@link Deed} says, on all nodes together. Hides how it is counted. Never lets something
 * pass because it could not count, and never keeps an address, an account or a number in
 * clear.
 */
@ApplicationModule(allowedDependencies = "keys")
@NullMarked
package app.resim.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
