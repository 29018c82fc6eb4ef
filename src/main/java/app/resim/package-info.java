/**
 * Resim: a lost, stolen or broken eSIM replaced in a browser.
 */
@NullMarked
package app.resim;

import org.jspecify.annotations.NullMarked;
