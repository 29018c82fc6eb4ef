/**
 * What sign-in needs from outside: the operator's customer directory and a way to deliver
 * a code.
 */
@NamedInterface("port")
@NullMarked
package app.resim.account.port;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
