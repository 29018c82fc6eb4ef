/**
 * Short messages over SMPP v3.4, or over a plain HTTP gateway.
 */
@NullMarked
package app.resim.notification.sms;

import org.jspecify.annotations.NullMarked;
