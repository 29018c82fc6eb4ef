/**
 * Measures how well a picture can be read. Pure arithmetic on pixels; knows no framework,
 * no file and no person.
 */
@NullMarked
package app.resim.identity.quality;

import org.jspecify.annotations.NullMarked;
