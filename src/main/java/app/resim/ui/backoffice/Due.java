package app.resim.ui.backoffice;

import java.time.Duration;
import java.time.Instant;

import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Words;

/**
 * How long is left until the time that the customer was promised.
 *
 * @param left negative when it is late
 */
record Due(Duration left) {

	static final Duration SOON = Duration.ofMinutes(30);

	static Due of(Instant answerBy, Instant now) {
		return new Due(Duration.between(now, answerBy));
	}

	Pressing pressing() {
		if (this.left.isNegative()) {
			return Pressing.LATE;
		}
		return (this.left.compareTo(SOON) <= 0) ? Pressing.SOON : Pressing.NO;
	}

	/**
	 * Never "in 0 min": what is due within the minute says so.
	 */
	String said(Words words) {
		boolean late = this.left.isNegative();
		long minutes = this.left.abs().toMinutes();
		String kind = late ? "late" : "in";
		if (minutes == 0) {
			return words.text("backoffice.due." + kind + "-now");
		}
		if (minutes < 60) {
			return words.text("backoffice.due." + kind + "-minutes", minutes);
		}
		if (minutes < 24 * 60) {
			return words.text("backoffice.due." + kind + "-hours", minutes / 60, minutes % 60);
		}
		return words.text("backoffice.due." + kind + "-days", minutes / (24 * 60), minutes / 60 % 24);
	}

}
