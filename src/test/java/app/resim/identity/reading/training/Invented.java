package app.resim.identity.reading.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * Lines of people who do not exist, with the check digits they must have.
 */
public final class Invented {

	private static final String[] STATES = { "UTO", "D<<", "FRA", "ESP", "ITA", "POL", "NLD", "USA", "GBR", "CHN",
			"IND", "BRA", "NGA", "UKR", "TUR", "JPN", "CZE", "ROU", "MEX", "ZAF", "DNK", "SWE", "QAT", "KOR", "EGY" };

	private static final String CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";

	private static final String VOWELS = "AEIOUY";

	private final Random random;

	public Invented(Random random) {
		this.random = random;
	}

	/**
	 * A whole zone.
	 * @param format TD1, TD2, TD3, MRVA or MRVB
	 * @return its lines
	 */
	public List<String> zone(String format) {
		return switch (format) {
			case "TD1" -> td1();
			case "TD2" -> two("I", 36, true);
			case "TD3" -> two("P", 44, true);
			case "MRVA" -> two("V", 44, false);
			case "MRVB" -> two("V", 36, false);
			default -> throw new IllegalArgumentException(format);
		};
	}

	private List<String> td1() {
		String upper = filled(kind("IAC") + state() + checked(number()) + ((chance(0.4)) ? symbols(8) : ""), 30);
		String personal = checked(birth()) + sex() + checked(expiry());
		String lower = filled(personal + state() + ((chance(0.3)) ? symbols(6) : ""), 29);
		String covered = upper.substring(5) + lower.substring(0, 7) + lower.substring(8, 15) + lower.substring(18);
		return List.of(upper, lower + digit(covered), filled(names(), 30));
	}

	private List<String> two(String kind, int length, boolean composite) {
		String upper = filled(kind(kind) + state() + names(), length);
		String lower = checked(number()) + state() + checked(birth()) + sex() + checked(expiry());
		int free = length - lower.length();
		if (!composite) {
			return List.of(upper,
					filled(lower + ((chance(0.6)) ? symbols(this.random.nextInt(free + 1)) : ""), length));
		}
		lower = (length == 44) ? lower + optional() : filled(lower + ((chance(0.3)) ? symbols(5) : ""), length - 1);
		String covered = lower.substring(0, 10) + lower.substring(13, 20) + lower.substring(21);
		return List.of(upper, lower + digit(covered));
	}

	private String optional() {
		String data = filled((chance(0.5)) ? symbols(1 + this.random.nextInt(14)) : "", 14);
		return data + ((data.equals("<".repeat(14)) && chance(0.6)) ? "<" : digit(data));
	}

	private boolean chance(double of) {
		return this.random.nextDouble() < of;
	}

	private String kind(String letters) {
		char first = letters.charAt(this.random.nextInt(letters.length()));
		return first + ((chance(0.7)) ? "<" : "" + (char) ('A' + this.random.nextInt(26)));
	}

	private String state() {
		return (chance(0.7)) ? STATES[this.random.nextInt(STATES.length)] : "UTO";
	}

	private String sex() {
		return "MF<".charAt((chance(0.04)) ? 2 : this.random.nextInt(2)) + "";
	}

	private String number() {
		int length = (chance(0.7)) ? 9 : 7 + this.random.nextInt(3);
		var number = new StringBuilder();
		int letters = this.random.nextInt(4);
		boolean mixed = chance(0.25);
		for (int i = 0; i < length; i++) {
			boolean letter = (mixed) ? chance(0.5) : i < letters;
			number.append((letter) ? "ABCDEFGHJKLMNPRSTUVWXYZ".charAt(this.random.nextInt(23))
					: (char) ('0' + this.random.nextInt(10)));
		}
		return filled(number.toString(), 9);
	}

	private String birth() {
		return date(LocalDate.of(1935, 1, 1).plusDays(this.random.nextInt(30000)));
	}

	private String expiry() {
		return date(LocalDate.of(2012, 1, 1).plusDays(this.random.nextInt(8000)));
	}

	private static String date(LocalDate date) {
		return String.format("%02d%02d%02d", date.getYear() % 100, date.getMonthValue(), date.getDayOfMonth());
	}

	private String names() {
		String given = name() + ((chance(0.4)) ? "<" + name() : "");
		return name() + ((chance(0.2)) ? "<" + name() : "") + "<<" + given;
	}

	private String name() {
		int length = 2 + this.random.nextInt(9);
		boolean odd = chance(0.3);
		var name = new StringBuilder();
		for (int i = 0; i < length; i++) {
			String from = (odd) ? CONSONANTS + VOWELS : (i % 2 == 0) ? CONSONANTS : VOWELS;
			name.append(from.charAt(this.random.nextInt(from.length())));
		}
		return name.toString();
	}

	/** Anything, with the symbols that look like others more often. */
	String symbols(int length) {
		String from = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<<<00OO118BQDZ2S5I";
		var symbols = new StringBuilder();
		for (int i = 0; i < length; i++) {
			symbols.append(from.charAt(this.random.nextInt(from.length())));
		}
		return symbols.toString();
	}

	private static String filled(String text, int length) {
		return (text.length() >= length) ? text.substring(0, length) : text + "<".repeat(length - text.length());
	}

	private static String checked(String field) {
		return field + digit(field);
	}

	private static char digit(String field) {
		int sum = 0;
		for (int i = 0; i < field.length(); i++) {
			int value = Math.max(0, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(field.charAt(i)));
			sum += value * new int[] { 7, 3, 1 }[i % 3];
		}
		return (char) ('0' + sum % 10);
	}

}
