/**
 * What notification needs from outside: a gateway for mail and one for short messages.
 */
@NullMarked
package app.resim.notification.port;

import org.jspecify.annotations.NullMarked;
