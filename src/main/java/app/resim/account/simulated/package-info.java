/**
 * A customer directory and a billing kept in Resim's own database, for demonstration and
 * tests.
 */
@NamedInterface("simulated")
@NullMarked
package app.resim.account.simulated;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
