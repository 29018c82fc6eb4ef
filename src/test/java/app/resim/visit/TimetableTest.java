package app.resim.visit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import app.resim.catalogue.Store;
import app.resim.visit.Timetable.TakenPlace;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the opening hours of a shop are cut.
 */
class TimetableTest {

	/**
	 * The clock goes on by an hour at 2:00 on 29 March, and back at 3:00 on 25 October.
	 */
	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

	private static final LocalDate SPRING = LocalDate.of(2026, 3, 29);

	private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

	@Test
	void whatDoesNotFitBeforeClosingIsNoAppointment() {
		Timetable table = new Timetable(shop("10:00", "11:55", 30), BERLIN);
		assertThat(times(table, LocalDate.of(2026, 8, 4))).containsExactly("10:00", "10:30", "11:00");
	}

	@Test
	void aNightOnWhichTheClockIsChangedHasAsManyAsItHasHours() {
		Timetable night = new Timetable(shop("00:00", "06:00", 60), BERLIN);

		assertThat(times(night, SPRING)).containsExactly("00:00", "01:00", "03:00", "04:00", "05:00");
		assertThat(times(night, AUTUMN)).containsExactly("00:00", "01:00", "02:00", "02:00", "03:00", "04:00", "05:00");
		assertThat(night.of(AUTUMN, List.of())).extracting(Slot::begins).doesNotHaveDuplicates();
		assertThat(times(new Timetable(shop("00:00", "06:00", 60), MOSCOW), SPRING)).hasSize(6);
	}

	@Test
	void byDayTheShopOpensWhenItsClockSaysSo() {
		Timetable table = new Timetable(shop("10:00", "18:00", 60), BERLIN);
		assertThat(times(table, SPRING.minusDays(1))).startsWith("10:00").hasSize(8);
		assertThat(times(table, SPRING)).startsWith("10:00").hasSize(8);
		assertThat(table.of(SPRING, List.of()).getFirst().begins()).isEqualTo(Instant.parse("2026-03-29T08:00:00Z"));
		assertThat(table.of(AUTUMN, List.of()).getFirst().begins()).isEqualTo(Instant.parse("2026-10-25T09:00:00Z"));
	}

	@Test
	void onClosedDaysThereIsNothing() {
		Store open = shop("10:00", "18:00", 60);
		Store closed = new Store(open.id(), true, open.name(), open.address(), open.place(), "", open.hours(),
				Set.of(SPRING), open.slots(), open.services(), 10, open.queue());
		assertThat(new Timetable(closed, BERLIN).of(SPRING, List.of())).isEmpty();
		assertThat(new Timetable(closed, BERLIN).of(AUTUMN, List.of())).isNotEmpty();
	}

	@Test
	void afterTheShopCutsItsHoursInAnotherWayOldAppointmentsCountAsLongAsTheyLast() {
		Timetable table = new Timetable(shop("10:00", "12:00", 20), BERLIN);
		Instant ten = Instant.parse("2026-08-04T08:00:00Z");
		List<TakenPlace> taken = List.of(new TakenPlace(ten.plusSeconds(1800), ten.plusSeconds(3600), 2));

		assertThat(table.of(LocalDate.of(2026, 8, 4), taken)).extracting(Slot::left).containsExactly(2, 1, 1, 2, 2, 2);
		assertThat(table.free(ten.plusSeconds(1200), ten.plusSeconds(2400), taken)).containsExactly(1);
	}

	@Test
	void anInstantBetweenTwoAppointmentsIsNone() {
		Timetable table = new Timetable(shop("10:00", "12:00", 20), BERLIN);
		assertThat(table.at(Instant.parse("2026-08-04T08:20:00Z"))).isPresent();
		assertThat(table.at(Instant.parse("2026-08-04T08:20:01Z"))).isEmpty();
	}

	private static List<String> times(Timetable table, LocalDate day) {
		return table.of(day, List.of())
			.stream()
			.map(slot -> slot.begins().atZone(table.zone()).toLocalTime().toString())
			.toList();
	}

	private static Store shop(String opens, String closes, int minutes) {
		var hours = new Store.Hours(LocalTime.parse(opens), LocalTime.parse(closes));
		Map<DayOfWeek, Store.Hours> daily = Arrays.stream(DayOfWeek.values())
			.collect(Collectors.toMap(Function.identity(), day -> hours));
		return new Store("shop", true, Map.of("en", "Shop"), Map.of("en", "Street"), new Store.Place(0, 0), "", daily,
				Set.of(), new Store.Slots(minutes, 2), Set.of(Store.Service.VISIT), 10, new Store.Queue(0, 0, 0, 0));
	}

}
