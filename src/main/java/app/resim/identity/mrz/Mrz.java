package app.resim.identity.mrz;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A machine-readable zone: what it says, and which of its checks hold.
 *
 * @param format the layout
 * @param lines as read, corrected by field type only
 * @param documentCode the kind of document, without filler
 * @param issuer the code of the issuer, without filler
 * @param number the document's number; a long one joined, without filler
 * @param nationality the code of the nationality, without filler
 * @param birth the birth date, unless it is told in part or cannot be
 * @param expiry the last day of validity, unless it cannot be
 * @param sex as stated
 * @param surname the primary identifier; with blanks for fillers
 * @param givenNames the secondary identifier; with blanks for fillers
 * @param namesMayBeCut whether the names fill their field to the end
 * @param optional further data, with blanks for fillers
 * @param checks what was checked
 */
public record Mrz(Format format, List<String> lines, String documentCode, String issuer, String number,
		String nationality, Optional<LocalDate> birth, Optional<LocalDate> expiry, Sex sex, String surname,
		String givenNames, boolean namesMayBeCut, String optional, List<Check> checks) {

	private static final int MOST_LINES = 3;

	private static final int LONGEST_INPUT = 200;

	public Mrz {
		lines = List.copyOf(lines);
		checks = List.copyOf(checks);
	}

	/**
	 * Reads lines.
	 * @param lines as an eye or a machine read them; blanks and small letters are
	 * forgiven
	 * @param today for the century of a birth
	 * @return what they say, or why they are no zone
	 */
	public static MrzParsing parse(List<String> lines, LocalDate today) {
		if (lines.size() < 2 || lines.size() > MOST_LINES) {
			return new MrzParsing.NotAnMrz(MrzParsing.Reason.NUMBER_OF_LINES);
		}
		if (lines.stream().anyMatch(line -> line.length() > LONGEST_INPUT)) {
			return new MrzParsing.NotAnMrz(MrzParsing.Reason.LENGTH);
		}
		return parsed(lines.stream().map(Mrz::plain).toList(), today);
	}

	private static String plain(String line) {
		return line.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
	}

	private static MrzParsing parsed(List<String> lines, LocalDate today) {
		Optional<Format> format = Format.of(lines);
		if (format.isEmpty() || lines.stream().anyMatch(line -> line.length() != format.get().length())) {
			return new MrzParsing.NotAnMrz(MrzParsing.Reason.LENGTH);
		}
		if (!lines.stream().allMatch(line -> line.matches("[A-Z0-9<]+"))) {
			return new MrzParsing.NotAnMrz(MrzParsing.Reason.SYMBOLS);
		}
		List<String> corrected = FieldKinds.corrected(format.get(), lines);
		if (!Character.isLetter(corrected.getFirst().charAt(0))) {
			return new MrzParsing.NotAnMrz(MrzParsing.Reason.DOCUMENT_CODE);
		}
		return new MrzParsing.Parsed(new Zone(format.get(), corrected).mrz(today));
	}

	/**
	 * Whether every check digit fits.
	 * @return false if one does not
	 */
	public boolean digitsPass() {
		return this.checks.stream().filter(check -> check.subject().digit()).allMatch(Check::passed);
	}

	/**
	 * Whether dates, codes, sex and names can be what they say. Digits can fit by chance;
	 * a country that does not exist shows it.
	 * @return false if one cannot
	 */
	public boolean plausible() {
		return this.checks.stream().filter(check -> !check.subject().digit()).allMatch(Check::passed);
	}

	/**
	 * Whether everything that was checked holds.
	 * @return true if digits pass and all is plausible
	 */
	public boolean allPass() {
		return this.checks.stream().allMatch(Check::passed);
	}

	@Override
	public String toString() {
		return "Mrz[" + this.format + " " + this.documentCode + " " + this.issuer + ", digits "
				+ ((digitsPass()) ? "pass" : "fail") + ", " + ((plausible()) ? "plausible" : "implausible") + "]";
	}

}
