/**
 * Kills, freezes and cuts off everything that a journey needs, and counts what came of
 * it.
 */
@NullMarked
package app.resim.chaos;

import org.jspecify.annotations.NullMarked;
