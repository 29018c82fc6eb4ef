/**
 * Turns a hostile file into a harmless picture, or says why not. Pure: bytes in, an
 * answer out; knows no Spring, no database and no disk, so that it can run in another
 * process.
 */
@NullMarked
package app.resim.identity.cleaning;

import org.jspecify.annotations.NullMarked;
