/**
 * Promises whoever operates Resim a look at it from outside: health, figures and traces,
 * on a port of its own. Never shows who a customer is, and never makes a call to find out
 * how an outer system is.
 *
 * @see "decision 0030"
 */
@ApplicationModule(allowedDependencies = { "counterpart", "request" })
@NullMarked
package app.resim.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
