package app.resim.provisioning.activation;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An activation code (SGP.22, 4.1). Phones use the address unchanged and send it back to
 * be compared, so it is kept exactly as the SM-DP+ gave it. Prints nothing: whoever
 * installs it has the line.
 *
 * @param smdpAddress the SM-DP+ address: letters, digits and {@code % * + - . / :}
 * @param matchingId {@code 0-9 A-Z -}, may be empty
 * @param smdpOid the SM-DP+ object identifier, where the phone shall check it
 * @param confirmationRequired whether the phone asks for a confirmation code
 */
public record ActivationCode(String smdpAddress, String matchingId, Optional<String> smdpOid,
		boolean confirmationRequired) {

	/** Longest code, in characters, without the prefix {@code LPA:}. */
	public static final int LONGEST = 255;

	/** What stands before the code in a QR picture. */
	public static final String PREFIX = "LPA:";

	private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z%*+./:-]+");

	private static final Pattern MATCHING_ID = Pattern.compile("[0-9A-Z-]*");

	private static final Pattern OID = Pattern.compile("[0-9]+(\\.[0-9]+)+");

	private static final int MOST_PARTS = 5;

	public ActivationCode {
		if (text(smdpAddress, matchingId, smdpOid, confirmationRequired).length() > LONGEST
				|| !ADDRESS.matcher(smdpAddress).matches() || !MATCHING_ID.matcher(matchingId).matches()
				|| !smdpOid.map(oid -> OID.matcher(oid).matches()).orElse(true)) {
			throw new IllegalArgumentException("Not an activation code");
		}
	}

	/**
	 * Puts a code together from what an SM-DP+ answered.
	 * @param smdpAddress as given
	 * @param matchingId as given
	 * @param confirmationRequired whether a confirmation code was set
	 * @return the code, or empty if the parts make none that phones accept
	 */
	public static Optional<ActivationCode> of(String smdpAddress, String matchingId, boolean confirmationRequired) {
		return checked(smdpAddress, matchingId, Optional.empty(), confirmationRequired);
	}

	/**
	 * Reads a code as strictly as the strictest phones do: no trailing delimiter, nothing
	 * after the flag.
	 * @param code with or without {@code LPA:}
	 * @return the code, or empty
	 */
	public static Optional<ActivationCode> parse(String code) {
		if (code.length() > LONGEST + PREFIX.length()) {
			return Optional.empty();
		}
		String bare = code.startsWith(PREFIX) ? code.substring(PREFIX.length()) : code;
		String[] parts = bare.split("\\$", -1);
		if (parts.length < 3 || parts.length > MOST_PARTS || !"1".equals(parts[0])) {
			return Optional.empty();
		}
		boolean flag = parts.length == MOST_PARTS;
		if (flag && !"1".equals(parts[4]) || parts.length == 4 && parts[3].isEmpty()) {
			return Optional.empty();
		}
		Optional<String> oid = Optional.of(parts.length > 3 ? parts[3] : "").filter(text -> !text.isEmpty());
		return checked(parts[1], parts[2], oid, flag);
	}

	private static Optional<ActivationCode> checked(String smdpAddress, String matchingId, Optional<String> smdpOid,
			boolean confirmationRequired) {
		try {
			return Optional.of(new ActivationCode(smdpAddress, matchingId, smdpOid, confirmationRequired));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static String text(String smdpAddress, String matchingId, Optional<String> smdpOid,
			boolean confirmationRequired) {
		String text = "1$" + smdpAddress + "$" + matchingId;
		if (confirmationRequired) {
			return text + "$" + smdpOid.orElse("") + "$1";
		}
		return text + smdpOid.map(oid -> "$" + oid).orElse("");
	}

	/**
	 * The code as people type it.
	 * @return {@code 1$address$matching id}, without trailing delimiters
	 */
	public String text() {
		return text(this.smdpAddress, this.matchingId, this.smdpOid, this.confirmationRequired);
	}

	/**
	 * The code as a QR picture and an install link carry it.
	 * @return {@link #text} after {@code LPA:}
	 */
	public String qrText() {
		return PREFIX + text();
	}

	@Override
	public String toString() {
		return "ActivationCode[…]";
	}

}
