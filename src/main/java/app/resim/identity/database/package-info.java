/**
 * Keeps sealed pictures in the portal's own database.
 */
@NullMarked
package app.resim.identity.database;

import org.jspecify.annotations.NullMarked;
