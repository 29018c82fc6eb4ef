/**
 * Promises the words that every module speaks: numbers of the mobile world that check
 * themselves and print masked. Hides their spelling, check digits and formats. Never
 * knows Spring, a database or a page.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package app.resim.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
