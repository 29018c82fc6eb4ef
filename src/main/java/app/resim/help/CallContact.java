package app.resim.help;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

import app.resim.kernel.Msisdn;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;

/**
 * Where somebody wants to be reached. Prints nothing.
 *
 * @param text an e-mail address, or a number in E.164
 * @param phone whether it is a number
 */
record CallContact(String text, boolean phone) {

	/** The longest e-mail address (RFC 5321, 4.5.3.1), in characters. */
	private static final int LONGEST = 320;

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	/** Whoever calls these pays for it, which some people live on. */
	private static final Set<PhoneNumberType> DEAR = Set.of(PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST);

	/**
	 * Reads what somebody typed.
	 * @param typed in any usual spelling
	 * @param region ISO 3166 country assumed for numbers without country code
	 * @return what it is
	 */
	static Reading read(String typed, String region) {
		if (typed.length() > LONGEST) {
			return new Reading.Unreadable();
		}
		String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\p{Cf}]", "").strip();
		if (text.indexOf('@') >= 0) {
			return text.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}]+")
					? new Reading.Read(new CallContact(text.toLowerCase(Locale.ROOT), false))
					: new Reading.Unreadable();
		}
		return Msisdn.read(text, region).<Reading>map(CallContact::number).orElseGet(Reading.Unreadable::new);
	}

	private static Reading number(Msisdn number) {
		return isDear(number) ? new Reading.Dear() : new Reading.Read(new CallContact(number.e164(), true));
	}

	private static boolean isDear(Msisdn number) {
		try {
			return DEAR.contains(NUMBERS.getNumberType(NUMBERS.parse(number.e164(), null)));
		}
		catch (NumberParseException ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return "CallContact[•••]";
	}

	/** What was typed. */
	sealed interface Reading {

		/** Somebody can be reached there. */
		record Read(CallContact contact) implements Reading {
		}

		/** Neither a number nor an address. */
		record Unreadable() implements Reading {
		}

		/** A number that costs whoever calls it. */
		record Dear() implements Reading {
		}

	}

}
