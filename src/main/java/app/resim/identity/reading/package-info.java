/**
 * Reads the machine-readable zone off a picture: finds the lines, cuts each into a strip,
 * lets a small net look at every place of the strip and lays glyphs of equal pitch over
 * the answers. Pure: a picture in, lines out; knows no Spring, no database and no disk,
 * so that it can run in another process.
 */
@NullMarked
package app.resim.identity.reading;

import org.jspecify.annotations.NullMarked;
