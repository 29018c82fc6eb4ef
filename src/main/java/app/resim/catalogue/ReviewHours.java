package app.resim.catalogue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When people work and how long they take.
 *
 * @param days working days
 * @param opens local time
 * @param closes local time, after {@code opens}
 * @param promise working time from sending to the answer
 */
public record ReviewHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes, Duration promise) {

	public ReviewHours {
		Rule.check(!days.isEmpty(), "somebody has to work on at least one day");
		Rule.check(closes.isAfter(opens), "closing comes after opening");
		Rule.check(promise.isPositive(), "the promise must be some time");
		days = Set.copyOf(days);
	}

	/**
	 * When people work, without how long they take.
	 * @return the hours
	 */
	public OpeningHours opening() {
		return new OpeningHours(this.days, this.opens, this.closes);
	}

	/**
	 * Adds the promised working time: what does not fit before closing goes on the next
	 * working morning.
	 * @param sent when the request was sent
	 * @param zone the brand's
	 * @return when the promise ends
	 */
	Instant after(Instant sent, ZoneId zone) {
		return after(sent, zone, this.promise);
	}

	/**
	 * Adds working time, likewise.
	 * @param sent when it begins
	 * @param zone the brand's
	 * @param time how much
	 * @return when it is over
	 */
	Instant after(Instant sent, ZoneId zone, Duration time) {
		Duration left = time;
		LocalDate day = sent.atZone(zone).toLocalDate();
		while (true) {
			Instant closing = at(day, this.closes, zone);
			Instant start = later(sent, at(day, this.opens, zone));
			if (this.days.contains(day.getDayOfWeek()) && start.isBefore(closing)) {
				// between instants, so that a day on which the clock is changed counts
				// its real hours
				Duration available = Duration.between(start, closing);
				if (left.compareTo(available) <= 0) {
					return start.plus(left);
				}
				left = left.minus(available);
			}
			day = day.plusDays(1);
		}
	}

	private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
		return day.atTime(time).atZone(zone).toInstant();
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

}
