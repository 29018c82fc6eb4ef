package app.resim.help;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import app.resim.catalogue.OpeningHours;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which times are offered to somebody who wants to be called back.
 */
class WhenSomebodyIsCalledTest {

	private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

	private static final OpeningHours WEEKDAYS = hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 9, 21);

	private static OpeningHours hours(Set<DayOfWeek> days, int opens, int closes) {
		return new OpeningHours(days, LocalTime.of(opens, 0), LocalTime.of(closes, 0));
	}

	private static Instant at(String local) {
		return LocalDateTime.parse(local).atZone(HONG_KONG).toInstant();
	}

	private static List<String> offered(OpeningHours hours, String now) {
		return CallWindow.next(hours, HONG_KONG, at(now))
			.stream()
			.map(window -> LocalDateTime.ofInstant(window.from(), HONG_KONG) + " "
					+ LocalDateTime.ofInstant(window.until(), HONG_KONG).toLocalTime())
			.toList();
	}

	@Test
	void theDayOfTheHotlineIsCutIntoThreeHours() {
		assertThat(offered(WEEKDAYS, "2026-11-23T07:00")).startsWith("2026-11-23T09:00 12:00", "2026-11-23T12:00 15:00",
				"2026-11-23T15:00 18:00", "2026-11-23T18:00 21:00", "2026-11-24T09:00 12:00");
	}

	@Test
	void aWindowThatIsAlmostOverIsNotOffered() {
		assertThat(offered(WEEKDAYS, "2026-11-23T11:00").getFirst()).isEqualTo("2026-11-23T09:00 12:00");
		assertThat(offered(WEEKDAYS, "2026-11-23T11:01").getFirst()).isEqualTo("2026-11-23T12:00 15:00");
	}

	@Test
	void onFridayEveningTheNextOnesAreOnMonday() {
		assertThat(offered(WEEKDAYS, "2026-11-27T20:30").getFirst()).isEqualTo("2026-11-30T09:00 12:00");
	}

	@Test
	void aShortRestIsPartOfTheWindowBefore() {
		OpeningHours odd = hours(EnumSet.allOf(DayOfWeek.class), 10, 14);
		assertThat(offered(odd, "2026-11-23T07:00").subList(0, 3)).containsExactly("2026-11-23T10:00 13:00",
				"2026-11-23T13:00 14:00", "2026-11-24T10:00 13:00");
		OpeningHours shorter = new OpeningHours(EnumSet.allOf(DayOfWeek.class), LocalTime.of(10, 0),
				LocalTime.of(13, 30));
		assertThat(offered(shorter, "2026-11-23T07:00").getFirst()).isEqualTo("2026-11-23T10:00 13:30");
	}

	@Test
	void aHotlineThatNeverClosesOffersTheNight() {
		assertThat(offered(hours(EnumSet.allOf(DayOfWeek.class), 0, 0), "2026-11-23T21:30"))
			.startsWith("2026-11-23T21:00 00:00", "2026-11-24T00:00 03:00");
	}

	@Test
	void thereAreAlwaysSome() {
		assertThat(offered(hours(EnumSet.of(DayOfWeek.SUNDAY), 10, 12), "2026-11-23T07:00")).hasSize(2);
	}

}
