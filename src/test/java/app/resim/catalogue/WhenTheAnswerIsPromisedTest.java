package app.resim.catalogue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WhenTheAnswerIsPromisedTest {

	private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

	/** 16 November 2026 is a Monday. */
	@ParameterizedTest(name = "sent {0}, answered by {1}")
	@CsvSource({
			// in the working day
			"2026-11-16T09:00, 2026-11-16T11:00", "2026-11-16T13:52, 2026-11-16T15:52",
			// just fits before closing
			"2026-11-16T19:00, 2026-11-16T21:00",
			// does not fit: the rest is done on the next working morning
			"2026-11-16T19:01, 2026-11-17T09:01", "2026-11-16T20:59, 2026-11-17T10:59",
			// closed: everything is done on the next working morning
			"2026-11-16T21:00, 2026-11-17T11:00", "2026-11-16T23:59, 2026-11-17T11:00",
			"2026-11-17T00:00, 2026-11-17T11:00", "2026-11-17T08:59, 2026-11-17T11:00",
			// over the weekend
			"2026-11-20T20:00, 2026-11-23T10:00", "2026-11-21T12:00, 2026-11-23T11:00",
			"2026-11-22T23:59, 2026-11-23T11:00" })
	void twoWorkingHours(String sent, String answered) {
		assertThat(promised(WEEKDAYS, "09:00", "21:00", "PT2H", HONG_KONG, sent)).isEqualTo(local(answered, HONG_KONG));
	}

	@ParameterizedTest(name = "{0} sent {1}, answered by {2}")
	@CsvSource({ "PT12H, 2026-11-16T09:00, 2026-11-16T21:00", "PT12H, 2026-11-16T10:00, 2026-11-17T10:00",
			"PT13H, 2026-11-16T09:00, 2026-11-17T10:00", "PT30H, 2026-11-20T09:00, 2026-11-24T15:00",
			"PT1S, 2026-11-16T20:59:59, 2026-11-16T21:00", "PT1S, 2026-11-16T21:00, 2026-11-17T09:00:01" })
	void longAndShortPromises(String promise, String sent, String answered) {
		assertThat(promised(WEEKDAYS, "09:00", "21:00", promise, HONG_KONG, sent))
			.isEqualTo(local(answered, HONG_KONG));
	}

	/**
	 * On 28 March 2027 Berlin's clocks leave out 02:00 to 03:00, on 25 October 2026 they
	 * show that hour twice.
	 */
	@ParameterizedTest(name = "sent {0}, answered by {1}")
	@CsvSource({ "2027-03-28T01:00, 2027-03-28T02:00:00Z", "2026-10-25T01:00, 2026-10-25T01:00:00Z",
			"2027-03-27T23:00, 2027-03-28T01:00:00Z", "2027-03-28T22:00, 2027-03-28T23:00:00Z" })
	void realHoursCountWhenTheClockIsChanged(String sent, String answered) {
		assertThat(promised(EnumSet.allOf(DayOfWeek.class), "00:00", "23:00", "PT2H", BERLIN, sent))
			.isEqualTo(Instant.parse(answered));
	}

	@Test
	void aMorningThatTheClockLeavesOutBeginsWhenItExists() {
		assertThat(promised(Set.of(DayOfWeek.SUNDAY), "02:30", "20:00", "PT1H", BERLIN, "2027-03-27T12:00"))
			.isEqualTo(local("2027-03-28T04:30", BERLIN));
	}

	@Test
	void oneDayAWeekIsEnough() {
		assertThat(promised(Set.of(DayOfWeek.MONDAY), "09:00", "10:00", "PT2H", HONG_KONG, "2026-11-16T09:30"))
			.isEqualTo(local("2026-11-30T09:30", HONG_KONG));
	}

	@Test
	void hoursThatNeverComeAreRefused() {
		var nine = LocalTime.of(9, 0);
		var ten = LocalTime.of(10, 0);
		var hour = Duration.ofHours(1);
		assertThatIllegalArgumentException().isThrownBy(() -> new ReviewHours(Set.of(), nine, ten, hour));
		assertThatIllegalArgumentException().isThrownBy(() -> new ReviewHours(WEEKDAYS, nine, nine, hour));
		assertThatIllegalArgumentException().isThrownBy(() -> new ReviewHours(WEEKDAYS, nine, ten, Duration.ZERO));
	}

	private static Instant promised(Set<DayOfWeek> days, String opens, String closes, String promise, ZoneId zone,
			String sent) {
		var hours = new ReviewHours(days, LocalTime.parse(opens), LocalTime.parse(closes), Duration.parse(promise));
		return hours.after(local(sent, zone), zone);
	}

	private static Instant local(String time, ZoneId zone) {
		return LocalDateTime.parse(time).atZone(zone).toInstant();
	}

}
