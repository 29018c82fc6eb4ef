/**
 * What identity needs from outside: a place that keeps sealed bytes, and, where an
 * operator has one, something that compares faces.
 */
@NullMarked
package app.resim.identity.port;

import org.jspecify.annotations.NullMarked;
