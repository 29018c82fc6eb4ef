/**
 * Mail over SMTP.
 */
@NullMarked
package app.resim.notification.mail;

import org.jspecify.annotations.NullMarked;
