/**
 * An SM-DP+ and a network register that answer from a script.
 */
@NamedInterface("simulated")
@NullMarked
package app.resim.provisioning.simulated;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
