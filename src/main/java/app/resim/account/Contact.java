package app.resim.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

import app.resim.account.port.SubscriberDirectory;
import app.resim.kernel.Msisdn;

/**
 * What a person typed to say who they are. Full-width letters and stray spaces are
 * understood. Prints nothing.
 *
 * @param text normalised: no white space, lower case
 */
record Contact(String text) {

	/** The longest e-mail address (RFC 5321, 4.5.3.1), in characters. */
	private static final int LONGEST = 320;

	static Contact read(String typed) {
		String cut = typed.substring(0, Math.min(typed.length(), LONGEST + 1));
		return new Contact(Normalizer.normalize(cut, Normalizer.Form.NFKC)
			.replaceAll("[\\s\\p{Z}\\p{Cf}]", "")
			.toLowerCase(Locale.ROOT));
	}

	Optional<Subscriber> owner(SubscriberDirectory directory, String region) {
		if (this.text.length() > LONGEST) {
			return Optional.empty();
		}
		return (this.text.indexOf('@') >= 0) ? directory.byEmail(this.text)
				: Msisdn.read(this.text, region).flatMap(directory::byNumber);
	}

	@Override
	public String toString() {
		return "Contact[•••]";
	}

}
