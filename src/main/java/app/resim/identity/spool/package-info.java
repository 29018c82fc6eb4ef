/**
 * Keeps an upload while it is looked at: in memory when it is small, else on the disk
 * under a key that nobody writes down. Never a byte of a document in clear.
 */
@NullMarked
package app.resim.identity.spool;

import org.jspecify.annotations.NullMarked;
