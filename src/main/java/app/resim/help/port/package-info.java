/**
 * What help needs from outside: a way to write to somebody who is on file.
 */
@NamedInterface("port")
@NullMarked
package app.resim.help.port;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
