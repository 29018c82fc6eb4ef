package app.resim.notification;

import app.resim.request.NoticeChannel;

/**
 * The ways on which one notice goes out. Each is done, repeated and counted for itself.
 */
enum Channel {

	EMAIL(NoticeChannel.EMAIL), SMS_LINE(NoticeChannel.LINE), SMS_BACKUP(NoticeChannel.BACKUP);

	private final NoticeChannel of;

	Channel(NoticeChannel of) {
		this.of = of;
	}

	/** The same as requests name it. */
	NoticeChannel of() {
		return this.of;
	}

}
