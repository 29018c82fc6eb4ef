/**
 * Whole journeys in a real browser: the base for them and the few that there are.
 */
@NullMarked
package app.resim.journey;

import org.jspecify.annotations.NullMarked;
