package app.resim.catalogue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
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

	/**
	 * Adds the promised working time: what does not fit before closing goes on the next
	 * working morning.
	 * @param sent when the request was sent
	 * @param zone the brand's
	 * @return when the promise ends
	 */
	Instant after(Instant sent, ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
