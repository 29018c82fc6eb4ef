/**
 * What the lines of a machine-readable zone say (ICAO Doc 9303), which of their checks
 * hold, and whether a name is the account's. Pure: text in, an answer out. Passing checks
 * mean a clean reading, never a genuine document.
 */
@NullMarked
package app.resim.identity.mrz;

import org.jspecify.annotations.NullMarked;
