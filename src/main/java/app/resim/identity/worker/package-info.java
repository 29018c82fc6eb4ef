/**
 * What runs in a process of its own, beside the portal: opens a file that may be hostile,
 * and answers in numbers and fresh pixels. Knows no Spring, no database and no key; what
 * it answers is believed by nobody before it was checked.
 */
@NullMarked
package app.resim.identity.worker;

import org.jspecify.annotations.NullMarked;
