/**
 * A customer directory kept in Resim's own database, for demonstration and tests.
 */
@NullMarked
package app.resim.account.simulated;

import org.jspecify.annotations.NullMarked;
