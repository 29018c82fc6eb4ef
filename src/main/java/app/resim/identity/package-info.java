/**
 * Promises cleaned, encrypted pictures of identity documents, and a plain reason for each
 * one refused. Hides formats, decoding, keys and storage. Never lets a byte of a document
 * out except through one audited call.
 */
@ApplicationModule(allowedDependencies = { "kernel", "keys" })
@NullMarked
package app.resim.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
