/**
 * Promises cleaned, encrypted pictures of identity documents, a plain reason for each one
 * refused, and what the machine saw on each one kept. Hides formats, worker processes,
 * scanners, keys and storage. Never opens a file in the portal's own process, and never
 * lets a byte of a document out except through one audited call.
 *
 * @see "decision 0010"
 */
@ApplicationModule(allowedDependencies = { "counterpart", "kernel", "keys" })
@NullMarked
package app.resim.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
