package app.resim.identity.mrz;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Dates of two-digit years.
 */
final class MrzDates {

	/** Nothing is valid for longer than this from now. */
	private static final int MOST_YEARS = 30;

	private MrzDates() {
	}

	/** In the last hundred years. */
	static Optional<LocalDate> birth(String field, LocalDate today) {
		Optional<LocalDate> in2000 = date(field, 2000);
		return in2000.filter(date -> !date.isAfter(today)).or(() -> date(field, 1900));
	}

	static Optional<LocalDate> expiry(String field) {
		return date(field, 2000);
	}

	private static Optional<LocalDate> date(String field, int century) {
		if (!field.matches("[0-9]{6}")) {
			return Optional.empty();
		}
		try {
			return Optional.of(LocalDate.of(century + number(field, 0), number(field, 2), number(field, 4)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static int number(String field, int from) {
		return Integer.parseInt(field, from, from + 2, 10);
	}

	/** A birth date may be told in part: year, or year and month, or not at all. */
	static boolean plausibleBirth(String field, LocalDate today) {
		if (field.matches("[0-9]{6}")) {
			return birth(field, today).isPresent();
		}
		return field.equals("<<<<<<") || field.matches("[0-9]{2}<<<<")
				|| field.matches("[0-9]{4}<<") && month(number(field, 2));
	}

	private static boolean month(int month) {
		return month >= 1 && month <= 12;
	}

	static boolean plausibleExpiry(String field, Optional<LocalDate> birth, LocalDate today) {
		return expiry(field).filter(date -> date.isBefore(today.plusYears(MOST_YEARS)))
			.filter(date -> birth.isEmpty() || date.isAfter(birth.get()))
			.isPresent();
	}

}
