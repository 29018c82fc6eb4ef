/**
 * Promises that what is committed on one node is heard on all of them at once. Hides how
 * nodes reach each other. Never carries anything but a topic and an opaque key.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.resim.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
