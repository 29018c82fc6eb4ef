/**
 * Promises appointments in the shops of a brand, and that nobody gets a place that
 * somebody else has. Hides how places are counted and when people are reminded. Never
 * learns what a visit is about beyond a reference.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalogue", "account" })
@NullMarked
package app.resim.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
