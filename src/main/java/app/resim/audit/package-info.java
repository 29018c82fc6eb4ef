/**
 * Promises a row for every audited event, written in the transaction of the event. Hides
 * the table. Never changes or removes a row.
 */
@ApplicationModule(allowedDependencies = { "kernel" })
@NullMarked
package app.resim.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
