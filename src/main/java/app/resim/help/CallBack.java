package app.resim.help;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import app.resim.kernel.BrandId;

/**
 * Somebody who wants to be called back, without where: that is told only to whoever takes
 * it on.
 *
 * @param id its key
 * @param brand on whose pages it was asked for
 * @param phone whether to call or to write
 * @param topic what about
 * @param language to be spoken
 * @param window when
 * @param askedAt when it was asked for
 * @param tries how often nobody was reached
 * @param claim who works on it
 * @param end what became of it
 */
public record CallBack(UUID id, BrandId brand, boolean phone, CallTopic topic, Locale language, CallWindow window,
		Instant askedAt, int tries, Optional<Claim> claim, Optional<End> end) {

	/**
	 * Who works on it.
	 *
	 * @param staff sign-in name
	 * @param since when
	 */
	public record Claim(String staff, Instant since) {
	}

	/**
	 * What became of it.
	 *
	 * @param at when
	 * @param outcome what
	 */
	public record End(Instant at, Outcome outcome) {
	}

	/** What became of it. */
	public enum Outcome {

		/** They were spoken to or written to. */
		DONE,
		/** Nobody was reached, as often as it is tried. */
		NOT_REACHED,
		/** Nobody took it on in time. */
		LAPSED,
		/** They asked again, and the later wish counts. */
		REPLACED

	}

}
