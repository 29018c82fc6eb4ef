/**
 * The portal's side of the workers: starts them with narrow limits, hands them files, and
 * replaces those that crash, hang, lie or have worked long enough.
 */
@NullMarked
package app.resim.identity.workshop;

import org.jspecify.annotations.NullMarked;
