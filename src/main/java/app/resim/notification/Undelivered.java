package app.resim.notification;

import org.jspecify.annotations.Nullable;

/**
 * Lets several deliveries run although one before them failed, and complains at the end.
 */
final class Undelivered {

	private @Nullable RuntimeException first;

	void collect(Runnable delivery) {
		try {
			delivery.run();
		}
		catch (RuntimeException ex) {
			if (this.first == null) {
				this.first = ex;
			}
			else {
				this.first.addSuppressed(ex);
			}
		}
	}

	/** Throws what went wrong first, if anything did. */
	void complain() {
		if (this.first != null) {
			throw this.first;
		}
	}

}
