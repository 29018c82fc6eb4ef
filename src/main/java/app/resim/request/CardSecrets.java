package app.resim.request;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

import app.resim.keys.Seal;

import org.springframework.stereotype.Component;

/**
 * What somebody must know to get a card: the code for the shop, or the end of the number
 * that is printed on the card.
 */
@Component
class CardSecrets {

	/** How many of the card's last digits are asked for. */
	static final int DIGITS = 6;

	/** How often a code or digits may be wrong. */
	static final int MOST_WRONG = 5;

	private static final int CODES = 1_000_000;

	private final Seal seal;

	private final RandomGenerator chance;

	CardSecrets(Seal seal, RandomGenerator chance) {
		this.seal = seal;
		this.chance = chance;
	}

	/** Makes the code for the shop. */
	void draw(Request request) {
		String code = "%06d".formatted(this.chance.nextInt(CODES));
		request.collectWith(this.seal.close(code.getBytes(StandardCharsets.UTF_8), context(request)));
	}

	String code(Request request) {
		return new String(this.seal.open(request.collectCode().orElseThrow(), context(request)),
				StandardCharsets.UTF_8);
	}

	boolean isCode(Request request, String typed) {
		return request.collectCode().isPresent() && same(code(request), digits(typed));
	}

	static boolean isEnd(String iccid, String typed) {
		String end = digits(typed);
		return end.length() == DIGITS && same(iccid.substring(iccid.length() - DIGITS), end);
	}

	static String digits(String typed) {
		StringBuilder digits = new StringBuilder();
		typed.codePoints().map(point -> Character.digit(point, 10)).filter(digit -> digit >= 0).forEach(digits::append);
		return digits.toString();
	}

	private static boolean same(String one, String other) {
		return java.security.MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8),
				other.getBytes(StandardCharsets.UTF_8));
	}

	private static String context(Request request) {
		return "collect:" + request.id().id();
	}

}
