package app.resim.catalogue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * When somebody is there.
 *
 * @param days on which days
 * @param opens local time
 * @param closes local time, after {@code opens}; both 00:00 for the whole day
 */
public record OpeningHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

	public OpeningHours {
		Rule.check(!days.isEmpty(), "somebody has to be there on at least one day");
		Rule.check(closes.isAfter(opens) || wholeDay(opens, closes), "closing comes after opening");
		days = Set.copyOf(days);
	}

	/**
	 * Whether it never closes on these days.
	 * @return true from midnight to midnight
	 */
	public boolean wholeDay() {
		return wholeDay(this.opens, this.closes);
	}

	private static boolean wholeDay(LocalTime opens, LocalTime closes) {
		return opens.equals(LocalTime.MIDNIGHT) && closes.equals(LocalTime.MIDNIGHT);
	}

}
