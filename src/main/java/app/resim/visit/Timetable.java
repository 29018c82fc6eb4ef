package app.resim.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import app.resim.catalogue.Store;

/**
 * Cuts the opening hours of a shop into appointments. Between instants, so that a day on
 * which the clock is changed has as many as it has hours.
 *
 * @param store the shop
 * @param zone in which its hours are told
 */
record Timetable(Store store, ZoneId zone) {

	/**
	 * The appointments of a day.
	 * @param day local date
	 * @param taken places that are taken about that day
	 * @return the earliest first, empty if the shop is closed
	 */
	List<Slot> of(LocalDate day, Collection<TakenPlace> taken) {
		return this.store.on(day).map(hours -> cut(day, hours, taken)).orElse(List.of());
	}

	private List<Slot> cut(LocalDate day, Store.Hours hours, Collection<TakenPlace> taken) {
		Instant closing = day.atTime(hours.closes()).atZone(this.zone).toInstant();
		var slots = new ArrayList<Slot>();
		Instant begins = day.atTime(hours.opens()).atZone(this.zone).toInstant();
		Instant ends = begins.plus(this.store.slots().length());
		while (!ends.isAfter(closing)) {
			slots.add(new Slot(begins, ends, free(begins, ends, taken).size()));
			begins = ends;
			ends = begins.plus(this.store.slots().length());
		}
		return slots;
	}

	/**
	 * The appointment that begins at an instant.
	 * @param begins when
	 * @return empty if none does
	 */
	Optional<Slot> at(Instant begins) {
		return of(day(begins), List.of()).stream().filter(slot -> slot.begins().equals(begins)).findFirst();
	}

	LocalDate day(Instant at) {
		return at.atZone(this.zone).toLocalDate();
	}

	Instant start(LocalDate day) {
		return day.atStartOfDay(this.zone).toInstant();
	}

	/**
	 * The numbers of the places that nobody has. Where the shop cut its hours in another
	 * way before, appointments of then count as long as they last.
	 */
	List<Integer> free(Instant begins, Instant ends, Collection<TakenPlace> taken) {
		Set<Integer> gone = taken.stream()
			.filter(place -> place.begins().isBefore(ends) && place.ends().isAfter(begins))
			.map(TakenPlace::place)
			.collect(Collectors.toSet());
		return IntStream.rangeClosed(1, this.store.slots().places())
			.boxed()
			.filter(place -> !gone.contains(place))
			.toList();
	}

	/**
	 * A place that somebody has.
	 *
	 * @param begins from when
	 * @param ends until when
	 * @param place its number, from 1
	 */
	record TakenPlace(Instant begins, Instant ends, int place) {
	}

}
