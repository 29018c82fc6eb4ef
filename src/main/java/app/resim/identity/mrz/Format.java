package app.resim.identity.mrz;

import java.util.List;

/**
 * The layouts of a zone, each with the kind of every position: {@code L} a letter or
 * filler, {@code D} a digit, {@code F} a digit or filler, {@code S} a sex, {@code A}
 * anything.
 */
public enum Format {

	/** Cards. */
	TD1("L5 A9 F1 A15", "F6 D1 S1 F6 D1 L3 A11 D1", "L30"),
	/** Larger cards and official travel documents. */
	TD2("L36", "A9 F1 L3 F6 D1 S1 F6 D1 A7 D1"),
	/** Passports. */
	TD3("L44", "A9 D1 L3 F6 D1 S1 F6 D1 A14 F1 D1"),
	/** Full-size visas. */
	MRV_A("L44", "A9 D1 L3 F6 D1 S1 F6 D1 A16"),
	/** Small visas. */
	MRV_B("L36", "A9 D1 L3 F6 D1 S1 F6 D1 A8"),
	/** The Russian internal passport, whose names are coded in letters and digits. */
	PNRUS("L5 A39", "D9 D1 L3 F6 D1 S1 F6 F1 F14 F1 D1");

	private final List<String> kinds;

	Format(String... kinds) {
		this.kinds = java.util.Arrays.stream(kinds).map(Format::spelledOut).toList();
	}

	private static String spelledOut(String kinds) {
		var all = new StringBuilder();
		for (String run : kinds.split(" ", -1)) {
			all.repeat(run.charAt(0), Integer.parseInt(run.substring(1)));
		}
		return all.toString();
	}

	/**
	 * What may stand where.
	 * @return for each line one letter for each position
	 */
	public List<String> kinds() {
		return this.kinds;
	}

	/**
	 * How long each line is.
	 * @return in symbols
	 */
	public int length() {
		return this.kinds.getFirst().length();
	}

	/**
	 * The places of the document's number.
	 * @return the line, counted from 0
	 */
	public int numberLine() {
		return (this == TD1) ? 0 : 1;
	}

	/**
	 * The places of the document's number.
	 * @return the first position, counted from 0; nine from there
	 */
	public int numberStart() {
		return (this == TD1) ? 5 : 0;
	}

	/**
	 * Whether what is said here is a visa.
	 * @return true for both sizes
	 */
	public boolean visa() {
		return this == MRV_A || this == MRV_B;
	}

	static java.util.Optional<Format> of(List<String> lines) {
		boolean visa = lines.getFirst().startsWith("V");
		return switch (lines.size() + "×" + lines.getFirst().length()) {
			case "3×30" -> java.util.Optional.of(TD1);
			case "2×36" -> java.util.Optional.of((visa) ? MRV_B : TD2);
			case "2×44" -> java.util.Optional.of((visa) ? MRV_A : lines.getFirst().startsWith("PNRUS") ? PNRUS : TD3);
			default -> java.util.Optional.empty();
		};
	}

}
