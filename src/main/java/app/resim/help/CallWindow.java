package app.resim.help;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import app.resim.catalogue.OpeningHours;

/**
 * When somebody wants to be called.
 *
 * @param from not before
 * @param until not after
 */
public record CallWindow(Instant from, Instant until) {

	/** How long one is. */
	static final Duration LENGTH = Duration.ofHours(3);

	/** What is shorter is no promise: the day's last window is the longer for it. */
	static final Duration SHORTEST = Duration.ofHours(1);

	/** How many are offered. */
	static final int OFFERED = 6;

	private static final int DAYS = 14;

	/**
	 * The next ones while people answer the hotline.
	 * @param hours when they do
	 * @param zone whose clock the hours are told by
	 * @param now the moment of asking
	 * @return in order; the first may have begun
	 */
	public static List<CallWindow> next(OpeningHours hours, ZoneId zone, Instant now) {
		List<CallWindow> next = new ArrayList<>();
		LocalDate today = now.atZone(zone).toLocalDate();
		for (int day = 0; day < DAYS && next.size() < OFFERED; day++) {
			LocalDate date = today.plusDays(day);
			if (hours.days().contains(date.getDayOfWeek())) {
				day(hours, date, zone).stream()
					.filter(window -> !window.until().isBefore(now.plus(SHORTEST)))
					.forEach(next::add);
			}
		}
		return next.stream().limit(OFFERED).toList();
	}

	private static List<CallWindow> day(OpeningHours hours, LocalDate date, ZoneId zone) {
		List<CallWindow> windows = new ArrayList<>();
		Instant from = date.atTime(hours.opens()).atZone(zone).toInstant();
		Instant closes = (hours.wholeDay() ? date.plusDays(1).atStartOfDay() : date.atTime(hours.closes())).atZone(zone)
			.toInstant();
		while (from.isBefore(closes)) {
			Instant until = from.plus(LENGTH);
			if (until.plus(SHORTEST).isAfter(closes)) {
				until = closes;
			}
			windows.add(new CallWindow(from, until));
			from = until;
		}
		return windows;
	}

}
