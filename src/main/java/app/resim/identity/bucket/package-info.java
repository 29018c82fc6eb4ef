/**
 * Keeps sealed pictures in a bucket of any store that speaks the S3 protocol.
 *
 * @see "decision 0013"
 */
@NullMarked
package app.resim.identity.bucket;

import org.jspecify.annotations.NullMarked;
