/**
 * Promises a row for every audited event, written in the transaction of the event, and
 * that a row that somebody changes, removes or puts in between is found. Hides the tables
 * and the links. Never changes or removes a row.
 */
@ApplicationModule(allowedDependencies = { "kernel", "keys" })
@NullMarked
package app.resim.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
