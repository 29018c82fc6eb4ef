/**
 * What provisioning needs from outside: an SM-DP+ and the network's register of lines.
 */
@NamedInterface("port")
@NullMarked
package app.resim.provisioning.port;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
