/**
 * What is needed from outside: the operator's customer directory, a way to deliver a
 * code, and the operator's billing.
 */
@NamedInterface("port")
@NullMarked
package app.resim.account.port;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
