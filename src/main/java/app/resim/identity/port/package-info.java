/**
 * What identity needs from outside: a place that keeps sealed bytes.
 */
@NullMarked
package app.resim.identity.port;

import org.jspecify.annotations.NullMarked;
