/**
 * Turns HEIC photos into JPEG files, by a program that is not ours and therefore runs
 * with narrow limits.
 */
@NullMarked
package app.resim.identity.heic;

import org.jspecify.annotations.NullMarked;
