package app.resim.ui;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

import app.resim.catalogue.OpeningHours;
import app.resim.catalogue.ReviewHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Times as they are told in Hong Kong, on Tuesday 4 August 2026 at 13:31.
 */
class TimesTest {

	private final Times english = Readers.times(Language.ENGLISH);

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026-08-04T07:52:00Z, by 15:52 today
			2026-08-05T01:00:00Z, by 09:00 tomorrow
			2026-08-03T07:52:00Z, by 15:52 yesterday
			2026-08-06T01:00:00Z, by 09:00 on Thursday 6 August
			2026-08-04T16:30:00Z, by 00:30 tomorrow
			""")
	void nearDaysAreNamed(Instant deadline, String spoken) {
		assertThat(this.english.by(deadline)).isEqualTo(spoken);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			ENGLISH, at 13:05 today
			TRADITIONAL_CHINESE, 今天 13:05
			SIMPLIFIED_CHINESE, 今天 13:05
			RUSSIAN, сегодня в 13:05
			""")
	void everyLanguageSaysItInItsOwnWay(Language language, String spoken) {
		assertThat(Readers.times(language).at(Instant.parse("2026-08-04T05:05:00Z"))).isEqualTo(spoken);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ENGLISH             | Tuesday 4 August 2026, 13:52
			TRADITIONAL_CHINESE | 2026年8月4日星期二 13:52
			SIMPLIFIED_CHINESE  | 2026年8月4日星期二 13:52
			RUSSIAN             | вторник, 4 августа 2026 г., 13:52
			""")
	void recordsCarryTheWholeDate(Language language, String spoken) {
		assertThat(
				Readers.times(language).full(Instant.parse("2026-08-04T05:52:00Z")).replaceAll("[\u00a0\u202f]", " "))
			.isEqualTo(spoken);
	}

	@Test
	void aListNamesTheDayOnlyIfItIsNotToday() {
		assertThat(this.english.stamp(Instant.parse("2026-08-04T05:52:00Z"))).isEqualTo("13:52");
		assertThat(this.english.stamp(Instant.parse("2026-08-03T05:52:00Z"))).isEqualTo("3 Aug, 13:52");
	}

	@Test
	void aDayIsTheBrandsDay() {
		assertThat(this.english.day(LocalDate.of(2026, 8, 4))).isEqualTo("4 August 2026");
	}

	@Test
	void durationsAreRounded() {
		assertThat(this.english.about(Duration.ofSeconds(20))).isEqualTo("about 1 minute");
		assertThat(this.english.about(Duration.ofMinutes(10))).isEqualTo("about 10 minutes");
		assertThat(this.english.about(Duration.ofMinutes(170))).isEqualTo("about 3 hours");
		assertThat(this.english.span(Duration.ofHours(2))).isEqualTo("2 hours");
		assertThat(this.english.span(Duration.ofMinutes(90))).isEqualTo("90 minutes");
	}

	@Test
	void workingHoursNameTheirDays() {
		assertThat(hours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))).isEqualTo("weekdays 09:00 to 21:00");
		assertThat(hours(EnumSet.allOf(DayOfWeek.class))).isEqualTo("every day 09:00 to 21:00");
		assertThat(hours(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.MONDAY)))
			.isEqualTo("Monday and Saturday, 09:00 to 21:00");
	}

	@Test
	void whatNeverClosesIsOpenDayAndNight() {
		assertThat(this.english.hours(wholeDay(EnumSet.allOf(DayOfWeek.class)))).isEqualTo("day and night");
		assertThat(this.english.hours(wholeDay(EnumSet.of(DayOfWeek.SUNDAY)))).isEqualTo("Sunday, day and night");
	}

	@Test
	void aPromiseOfWholeWorkingDaysIsToldInDays() {
		var hours = new ReviewHours(EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(21, 0),
				Duration.ofHours(24));

		assertThat(this.english.working(hours.promise(), hours)).isEqualTo("2 working days");
		assertThat(this.english.working(Duration.ofHours(12), hours)).isEqualTo("1 working day");
		assertThat(this.english.working(Duration.ofHours(4), hours)).isEqualTo("4 hours");
	}

	private static OpeningHours wholeDay(Set<DayOfWeek> days) {
		return new OpeningHours(days, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
	}

	private String hours(Set<DayOfWeek> days) {
		return this.english.hours(new ReviewHours(days, LocalTime.of(9, 0), LocalTime.of(21, 0), Duration.ofHours(2)));
	}

}
