/**
 * Numbers of documents without a zone to read, as people type them. Pure: text in, an
 * answer out. A fitting check digit means no typing error, never a genuine document.
 */
@NullMarked
package app.resim.identity.number;

import org.jspecify.annotations.NullMarked;
