package app.resim.identity;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.identity.mrz.Mrz;
import app.resim.identity.mrz.NameMatch;

/**
 * What a document says beside what was typed and what the operator has on file. It shows
 * differences; it never vouches for a document, because digits that fit mean a clean
 * reading at best.
 *
 * @param rows one for each field about which anything is known
 */
public record Comparison(List<Row> rows) {

	/** Nothing is known. */
	public static final Comparison NOTHING = new Comparison(List.of());

	public Comparison {
		rows = List.copyOf(rows);
	}

	/**
	 * Compares.
	 * @param read the zone, if one was read whose digits pass and which is plausible
	 * @param typed the number as the customer typed it
	 * @param claim what is on file
	 * @param today for the expiry
	 * @return the rows
	 */
	static Comparison of(Optional<Mrz> read, Optional<String> typed, Claim claim, LocalDate today) {
		var rows = new ArrayList<Row>();
		read.ifPresent(zone -> rows.add(name(zone, claim)));
		number(read, typed, claim).ifPresent(rows::add);
		read.flatMap(Mrz::birth).ifPresent(birth -> rows.add(birth(birth, claim)));
		read.flatMap(Mrz::expiry).ifPresent(expiry -> rows.add(expiry(expiry, today)));
		read.ifPresent(zone -> rows.add(new Row(Field.ISSUER, "", zone.issuer(), "", Verdict.ALONE)));
		return new Comparison(rows);
	}

	private static Row name(Mrz zone, Claim claim) {
		String read = (zone.surname() + " " + zone.givenNames()).strip();
		Verdict verdict = switch (NameMatch.of(claim.name(), zone)) {
			case SAME -> Verdict.SAME;
			case SIMILAR -> Verdict.SIMILAR;
			case DIFFERENT -> Verdict.DIFFERENT;
		};
		return new Row(Field.NAME, "", read, claim.name(), verdict);
	}

	private static Optional<Row> number(Optional<Mrz> read, Optional<String> typed, Claim claim) {
		String inZone = read.map(Mrz::number).orElse("");
		String byHand = typed.orElse("");
		String onFile = claim.number().orElse("");
		List<String> known = Stream.of(inZone, byHand, onFile).filter(number -> !number.isEmpty()).toList();
		Set<String> different = known.stream().map(Comparison::bare).collect(Collectors.toSet());
		Verdict verdict = (known.size() < 2) ? Verdict.ALONE
				: (different.size() == 1) ? Verdict.SAME : Verdict.DIFFERENT;
		return inZone.isEmpty() && byHand.isEmpty() ? Optional.empty()
				: Optional.of(new Row(Field.NUMBER, byHand, inZone, onFile, verdict));
	}

	private static Row birth(LocalDate birth, Claim claim) {
		return new Row(Field.BIRTH, "", birth.toString(), claim.birth().map(LocalDate::toString).orElse(""),
				claim.birth()
					.map(known -> known.equals(birth) ? Verdict.SAME : Verdict.DIFFERENT)
					.orElse(Verdict.ALONE));
	}

	private static Row expiry(LocalDate expiry, LocalDate today) {
		return new Row(Field.EXPIRY, "", expiry.toString(), "",
				expiry.isBefore(today) ? Verdict.DIFFERENT : Verdict.SAME);
	}

	/** Brackets and blanks differ between cards, files and habits. */
	static String bare(String number) {
		return Normalizer.normalize(number, Normalizer.Form.NFKC)
			.toUpperCase(Locale.ROOT)
			.replaceAll("[^\\p{L}\\p{N}]", "");
	}

	/**
	 * The fields that contradict what is on file, or the calendar.
	 * @return in the order of the rows
	 */
	public List<Field> contradictions() {
		return this.rows.stream().filter(row -> row.verdict() == Verdict.DIFFERENT).map(Row::field).toList();
	}

	@Override
	public String toString() {
		return "Comparison" + this.rows.stream().map(row -> row.field() + "=" + row.verdict()).toList();
	}

	/** What is compared. */
	public enum Field {

		/** All names. */
		NAME,
		/** The document's number. */
		NUMBER,
		/** The birth date. */
		BIRTH,
		/** The last day of validity; different once it is over. */
		EXPIRY,
		/** Who issued it; nothing to compare with. */
		ISSUER

	}

	/** How a field compares. */
	public enum Verdict {

		/** Equal. */
		SAME,
		/** Alike, for a person to look at. */
		SIMILAR,
		/** Not equal. */
		DIFFERENT,
		/** There is nothing to compare with. */
		ALONE

	}

	/**
	 * One field.
	 *
	 * @param field which
	 * @param typed by the customer, or empty
	 * @param read by the machine, or empty
	 * @param onFile in the operator's directory, or empty
	 * @param verdict how they compare
	 */
	public record Row(Field field, String typed, String read, String onFile, Verdict verdict) {

		@Override
		public String toString() {
			return this.field + "=" + this.verdict;
		}

	}

}
