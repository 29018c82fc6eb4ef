package app.resim.ui;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import app.resim.catalogue.OpeningHours;
import app.resim.catalogue.ReviewHours;
import app.resim.catalogue.Store;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * Times as a person says them, in the brand's time zone and the reader's language. Near
 * days are named ("today", "tomorrow"), others are dated.
 */
public final class Times {

	private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

	private static final int DAYS = DayOfWeek.values().length;

	private final Words words;

	private final ZoneId zone;

	private final Clock clock;

	/**
	 * Times for one reader.
	 * @param words the reader's language
	 * @param zone the brand's time zone
	 * @param clock tells which day is today
	 */
	public Times(Words words, ZoneId zone, Clock clock) {
		this.words = words;
		this.zone = zone;
		this.clock = clock;
	}

	/**
	 * A deadline.
	 * @param instant when
	 * @return for example {@code by 15:52 today}
	 */
	public String by(Instant instant) {
		return near("by", instant);
	}

	/**
	 * A moment in a sentence.
	 * @param instant when
	 * @return for example {@code at 13:05 today}
	 */
	public String at(Instant instant) {
		return near("at", instant);
	}

	/**
	 * A span of one day.
	 * @param from when it begins
	 * @param until when it ends, on the same day
	 * @return for example {@code today, 09:00 to 12:00}
	 */
	public String between(Instant from, Instant until) {
		String begins = clockTime(from);
		String ends = clockTime(until);
		return switch ((int) daysFromToday(from)) {
			case 0 -> this.words.text("shell.time.between-today", begins, ends);
			case 1 -> this.words.text("shell.time.between-tomorrow", begins, ends);
			default ->
				this.words.text("shell.time.between-day", begins, ends, format(from, "EEEE"), format(from, "MMMMd"));
		};
	}

	/**
	 * A moment in a list: the clock time, with the day only if it is not today.
	 * @param instant when
	 * @return for example {@code 13:52} or {@code 3 Aug, 13:52}
	 */
	public String stamp(Instant instant) {
		return daysFromToday(instant) == 0 ? clockTime(instant) : format(instant, "MMMdHm");
	}

	/**
	 * A moment in full, for records.
	 * @param instant when
	 * @return for example {@code Tuesday 4 August 2026, 13:52}
	 */
	public String full(Instant instant) {
		return this.words.text("shell.time.full", format(instant, "EEEE"), format(instant, "yMMMMd"),
				clockTime(instant));
	}

	/**
	 * The time of day alone.
	 * @param instant when
	 * @return for example {@code 13:52}
	 */
	public String clockTime(Instant instant) {
		return format(instant, "Hm");
	}

	/**
	 * A day.
	 * @param day which
	 * @return for example {@code 4 August 2026}
	 */
	public String day(LocalDate day) {
		return format(day.atStartOfDay(this.zone).toInstant(), "yMMMMd");
	}

	/**
	 * A day as one speaks of it.
	 * @param day which
	 * @return for example {@code Tuesday 4 August}
	 */
	public String weekday(LocalDate day) {
		return format(day.atStartOfDay(this.zone).toInstant(), "EEEEMMMMd");
	}

	/**
	 * How long something takes, roughly.
	 * @param duration rounded to minutes below two hours, else to hours
	 * @return for example {@code about 10 minutes}
	 */
	public String about(Duration duration) {
		long minutes = Math.max(1, duration.plusSeconds(30).toMinutes());
		if (minutes < 120) {
			return this.words.text("shell.time.about-minutes", minutes);
		}
		return this.words.text("shell.time.about-hours", Math.round(minutes / 60.0));
	}

	/**
	 * A span of time, exactly.
	 * @param duration whole hours are told as hours, anything else in minutes
	 * @return for example {@code 2 hours}
	 */
	public String span(Duration duration) {
		long minutes = duration.toMinutes();
		return (minutes >= 60 && minutes % 60 == 0) ? this.words.text("shell.time.hours", minutes / 60)
				: this.words.text("shell.time.minutes", minutes);
	}

	/**
	 * A promise in working time: whole working days are told as days.
	 * @param promise how long
	 * @param hours when people work
	 * @return for example {@code 2 hours} or {@code 2 working days}
	 */
	public String working(Duration promise, ReviewHours hours) {
		Duration day = Duration.between(hours.opens(), hours.closes());
		return (promise.toSeconds() % day.toSeconds() == 0)
				? this.words.text("shell.time.working-days", promise.toSeconds() / day.toSeconds()) : span(promise);
	}

	/**
	 * When people work.
	 * @param hours the brand's
	 * @return for example {@code weekdays 9:00 to 21:00}
	 */
	public String hours(ReviewHours hours) {
		return hours(hours.opening());
	}

	/**
	 * When somebody is there.
	 * @param hours the brand's
	 * @return for example {@code weekdays 9:00 to 21:00} or {@code day and night}
	 */
	public String hours(OpeningHours hours) {
		boolean daily = hours.days().size() == DayOfWeek.values().length;
		if (hours.wholeDay()) {
			return daily ? this.words.text("shell.hours.always")
					: this.words.text("shell.hours.whole-days", dayNames(hours.days()));
		}
		String opens = timeOfDay(hours.opens());
		String closes = timeOfDay(hours.closes());
		if (hours.days().equals(WEEKDAYS)) {
			return this.words.text("shell.hours.weekdays", opens, closes);
		}
		return daily ? this.words.text("shell.hours.daily", opens, closes)
				: this.words.text("shell.hours.days", dayNames(hours.days()), opens, closes);
	}

	/**
	 * When a shop is open, days with the same hours together.
	 * @param store which
	 * @return for example {@code weekdays 10:00 to 20:00; Saturday, 10:00 to 18:00}
	 */
	public String hours(Store store) {
		var parts = new ArrayList<String>();
		int from = 1;
		while (from <= DAYS) {
			Store.@Nullable Hours hours = store.hours().get(DayOfWeek.of(from));
			int to = from;
			while (to < DAYS && Objects.equals(hours, store.hours().get(DayOfWeek.of(to + 1)))) {
				to++;
			}
			if (hours != null) {
				parts.add(hours(DayOfWeek.of(from), DayOfWeek.of(to), hours));
			}
			from = to + 1;
		}
		return parts.stream().reduce((before, after) -> this.words.text("shell.hours.and", before, after)).orElse("");
	}

	private String hours(DayOfWeek from, DayOfWeek to, Store.Hours hours) {
		String opens = timeOfDay(hours.opens());
		String closes = timeOfDay(hours.closes());
		Set<DayOfWeek> days = EnumSet.range(from, to);
		if (days.equals(WEEKDAYS)) {
			return this.words.text("shell.hours.weekdays", opens, closes);
		}
		if (days.size() == DAYS) {
			return this.words.text("shell.hours.daily", opens, closes);
		}
		return this.words.text("shell.hours.days",
				(days.size() == 1) ? dayName(from) : this.words.text("shell.hours.range", dayName(from), dayName(to)),
				opens, closes);
	}

	/**
	 * Whose clock all times are told by.
	 * @return for example {@code Hong Kong}
	 */
	public String place() {
		return format(this.clock.instant(), "VVV");
	}

	private String dayNames(Set<DayOfWeek> days) {
		return this.words.list(days.stream().sorted().map(this::dayName).toList());
	}

	private String dayName(DayOfWeek day) {
		// the first week of 2024 begins with a Monday
		return format(LocalDate.of(2024, 1, day.getValue()).atStartOfDay(this.zone).toInstant(), "EEEE");
	}

	private String timeOfDay(LocalTime time) {
		return format(LocalDate.EPOCH.atTime(time).toInstant(ZoneOffset.UTC), "Hm", ZoneOffset.UTC);
	}

	private String near(String sort, Instant instant) {
		String time = clockTime(instant);
		return switch ((int) daysFromToday(instant)) {
			case -1 -> this.words.text("shell.time." + sort + "-yesterday", time);
			case 0 -> this.words.text("shell.time." + sort + "-today", time);
			case 1 -> this.words.text("shell.time." + sort + "-tomorrow", time);
			default ->
				this.words.text("shell.time." + sort + "-day", time, format(instant, "EEEE"), format(instant, "MMMMd"));
		};
	}

	private long daysFromToday(Instant instant) {
		LocalDate today = this.clock.instant().atZone(this.zone).toLocalDate();
		return ChronoUnit.DAYS.between(today, instant.atZone(this.zone).toLocalDate());
	}

	private String format(Instant instant, String skeleton) {
		return format(instant, skeleton, this.zone);
	}

	private String format(Instant instant, String skeleton, ZoneId in) {
		DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, this.words.language().formats());
		format.setTimeZone(TimeZone.getTimeZone(in.getId()));
		return format.format(Date.from(instant));
	}

}
