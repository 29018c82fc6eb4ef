package app.resim.identity.mrz;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a zone, by the positions of its layout.
 */
final class Zone {

	private final Format format;

	private final List<String> lines;

	private final List<Check> checks = new ArrayList<>();

	Zone(Format format, List<String> lines) {
		this.format = format;
		this.lines = lines;
	}

	Mrz mrz(LocalDate today) {
		String birthField = person(0, 13, 6);
		Optional<LocalDate> birth = MrzDates.birth(birthField, today);
		String number = number();
		check(Check.Subject.BIRTH_DIGIT, CheckDigit.fits(birthField, person(6, 19, 1).charAt(0)));
		check(Check.Subject.EXPIRY_DIGIT, expiryDigitFits());
		checkTheRest();
		check(Check.Subject.BIRTH_DATE, MrzDates.plausibleBirth(birthField, today));
		check(Check.Subject.EXPIRY_DATE, expiryPlausible(birth, today));
		check(Check.Subject.ISSUER, States.known(issuer()));
		check(Check.Subject.NATIONALITY, States.known(nationality()));
		Sex sex = Sex.of(person(7, 20, 1).charAt(0));
		check(Check.Subject.SEX, sex != Sex.UNREADABLE);
		check(Check.Subject.NAMES, namesPlausible());
		return new Mrz(this.format, this.lines, text(upper(0, 2)), issuer(), number, nationality(), birth,
				MrzDates.expiry(expiry()), sex, surname(), givenNames(), !names().endsWith("<"), optional(),
				this.checks);
	}

	private void check(Check.Subject subject, boolean passed) {
		this.checks.add(new Check(subject, passed));
	}

	private String upper(int from, int length) {
		return this.lines.getFirst().substring(from, from + length);
	}

	/** The second line starts with the person on cards, with the number elsewhere. */
	private String person(int onCard, int elsewhere, int length) {
		int from = (this.format == Format.TD1) ? onCard : elsewhere;
		return this.lines.get(1).substring(from, from + length);
	}

	private String issuer() {
		return text(upper(2, 3));
	}

	private String nationality() {
		return text(person(15, 10, 3));
	}

	private String expiry() {
		return person(8, 21, 6);
	}

	private boolean expiryDigitFits() {
		char digit = person(14, 27, 1).charAt(0);
		return (this.format == Format.PNRUS) ? CheckDigit.fitsOrEmpty(expiry(), digit)
				: CheckDigit.fits(expiry(), digit);
	}

	private boolean expiryPlausible(Optional<LocalDate> birth, LocalDate today) {
		// the Russian internal passport tells none
		return this.format == Format.PNRUS && expiry().equals("<<<<<<")
				|| MrzDates.plausibleExpiry(expiry(), birth, today);
	}

	private String number() {
		String field = numberLine(0, 9);
		char digit = numberLine(9, 1).charAt(0);
		if (digit == '<' && (this.format == Format.TD1 || this.format == Format.TD2)) {
			return longNumber(field);
		}
		check(Check.Subject.NUMBER_DIGIT, CheckDigit.fits(field, digit) && !text(field).isEmpty());
		if (this.format == Format.PNRUS) {
			// the fourth digit of the series stands in the optional data
			return field.substring(0, 3) + this.lines.get(1).charAt(28) + field.substring(3);
		}
		return text(field);
	}

	private String numberLine(int from, int length) {
		int start = this.format.numberStart() + from;
		return this.lines.get(this.format.numberLine()).substring(start, start + length);
	}

	/** The rest of a long number and its check digit open the optional data. */
	private String longNumber(String start) {
		String more = moreNumber();
		if (more.length() < 2) {
			check(Check.Subject.NUMBER_DIGIT, false);
			return text(start);
		}
		String whole = start + more.substring(0, more.length() - 1);
		check(Check.Subject.NUMBER_DIGIT, CheckDigit.fits(whole, more.charAt(more.length() - 1)));
		return whole;
	}

	private String moreNumber() {
		String optional = rawOptional();
		int end = optional.indexOf('<');
		return (end < 0) ? optional : optional.substring(0, end);
	}

	private boolean longNumber() {
		return numberLine(9, 1).equals("<") && (this.format == Format.TD1 || this.format == Format.TD2);
	}

	private String rawOptional() {
		String lower = this.lines.get(1);
		return switch (this.format) {
			case TD1 -> upper(15, 15);
			case TD2 -> lower.substring(28, 35);
			case TD3, PNRUS -> lower.substring(28, 42);
			case MRV_A, MRV_B -> lower.substring(28);
		};
	}

	private String optional() {
		String first = (longNumber()) ? rawOptional().substring(moreNumber().length()) : rawOptional();
		String second = (this.format == Format.TD1) ? this.lines.get(1).substring(18, 29) : "";
		return text(text(first) + " " + text(second));
	}

	private void checkTheRest() {
		String lower = this.lines.get(1);
		char last = lower.charAt(lower.length() - 1);
		if (this.format == Format.TD3 || this.format == Format.PNRUS) {
			check(Check.Subject.OPTIONAL_DIGIT, CheckDigit.fitsOrEmpty(rawOptional(), lower.charAt(42)));
		}
		if (!this.format.visa()) {
			check(Check.Subject.COMPOSITE_DIGIT, CheckDigit.fits(covered(lower), last));
		}
	}

	private String covered(String lower) {
		if (this.format == Format.TD1) {
			return upper(5, 25) + lower.substring(0, 7) + lower.substring(8, 15) + lower.substring(18, 29);
		}
		return lower.substring(0, 10) + lower.substring(13, 20) + lower.substring(21, lower.length() - 1);
	}

	private String names() {
		return (this.format == Format.TD1) ? this.lines.get(2) : this.lines.getFirst().substring(5);
	}

	private String surname() {
		int end = names().indexOf("<<");
		return spelled(text((end < 0) ? names() : names().substring(0, end)));
	}

	private String givenNames() {
		int end = names().indexOf("<<");
		return (end < 0) ? "" : spelled(text(names().substring(end)));
	}

	private String spelled(String name) {
		return (this.format == Format.PNRUS) ? RussianNames.decoded(name) : name;
	}

	private boolean namesPlausible() {
		return !names().startsWith("<") && (this.format == Format.PNRUS && RussianNames.codes(text(names()))
				|| names().chars().allMatch(c -> c == '<' || c >= 'A' && c <= 'Z'));
	}

	private static String text(String field) {
		return field.replaceAll("<+", " ").strip();
	}

}
