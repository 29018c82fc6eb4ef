/**
 * Asks a malware scanner about an upload. An upload that was not scanned although it
 * should be goes no further.
 */
@NullMarked
package app.resim.identity.scan;

import org.jspecify.annotations.NullMarked;
