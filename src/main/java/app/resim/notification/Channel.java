package app.resim.notification;

/**
 * The ways on which one notice goes out. Each is done, repeated and counted for itself.
 */
enum Channel {

	EMAIL, SMS_LINE, SMS_BACKUP

}
