package app.resim.ui.help;

import java.util.Locale;

/**
 * Where an answer leads into the product.
 */
enum Lead {

	REPLACE("/lines"), STOP("/lines"), LINES("/lines"), READY("/ready"), NOT_ME("/help/not-me"), PRIVACY("/privacy"),
	TERMS("/terms"), START("/"), OPERATOR("/operator"), SHOPS("/shops");

	private final String href;

	Lead(String href) {
		this.href = href;
	}

	String href() {
		return this.href;
	}

	/** The key of its words. */
	String key() {
		return "help.to." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
