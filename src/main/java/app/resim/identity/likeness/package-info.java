/**
 * Recognises a picture that was scaled, brightened or saved anew. Pure arithmetic.
 */
@NullMarked
package app.resim.identity.likeness;

import org.jspecify.annotations.NullMarked;
