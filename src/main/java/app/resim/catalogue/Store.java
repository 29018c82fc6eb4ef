package app.resim.catalogue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A shop of a brand, where people show their document or get a card.
 *
 * @param id short and unique within the brand, for example {@code central}; it stands in
 * addresses of pages and never changes
 * @param demo true for an invented shop: every page says so
 * @param name by language tag; the first one stands for all others
 * @param address by language tag, likewise
 * @param place where it stands
 * @param telephone E.164, or empty if nobody can call it
 * @param hours when it is open, local time; closed on a day of the week that is missing
 * @param closed further days on which it is closed, such as holidays
 * @param slots how appointments are cut
 * @param services what is done there
 * @param takesMinutes how long a person usually is in the shop, waiting not counted
 * @param queue how long one usually waits without an appointment
 */
public record Store(String id, boolean demo, Map<String, String> name, Map<String, String> address, Place place,
		String telephone, Map<DayOfWeek, Hours> hours, Set<LocalDate> closed, Slots slots, Set<Service> services,
		int takesMinutes, Queue queue) {

	public Store {
		Rule.check(id.matches("[a-z0-9]+(-[a-z0-9]+)*") && id.length() <= 40,
				"the id of a store is a short word such as central");
		Rule.check(!name.isEmpty() && !address.isEmpty(), "a store has a name and an address");
		Rule.check(telephone.isEmpty() || telephone.matches("\\+[1-9][0-9]{4,14}"),
				"the telephone is a number such as +85255500100, or empty");
		Rule.check(!hours.isEmpty(), "a store is open on at least one day of the week");
		Rule.check(!services.isEmpty(), "a store offers at least one service");
		Rule.check(takesMinutes > 0 && takesMinutes <= 480, "a visit takes 1 to 480 minutes");
		hours = Map.copyOf(hours);
		closed = Set.copyOf(closed);
		services = Set.copyOf(services);
	}

	public String name(Locale reader) {
		return in(reader, this.name);
	}

	public String address(Locale reader) {
		return in(reader, this.address);
	}

	/**
	 * When it is open on a day.
	 * @param day local date
	 * @return empty if it is closed
	 */
	public Optional<Hours> on(LocalDate day) {
		return this.closed.contains(day) ? Optional.empty() : Optional.ofNullable(this.hours.get(day.getDayOfWeek()));
	}

	/**
	 * The number to call there.
	 * @return E.164, or empty if nobody can call it
	 */
	public Optional<String> call() {
		return this.telephone.isEmpty() ? Optional.empty() : Optional.of(this.telephone);
	}

	private static String in(Locale reader, Map<String, String> said) {
		String own = said.get(reader.toLanguageTag());
		return (own != null) ? own : said.values().iterator().next();
	}

	/** What is done in a shop. */
	public enum Service {

		/** A person looks at a customer's document. */
		VISIT,
		/** A customer gets a physical card there and then. */
		CARD,
		/** A customer collects a card that was ordered. */
		PICKUP

	}

	/**
	 * Where a shop stands, as maps name it (WGS 84).
	 *
	 * @param latitude degrees, north is positive
	 * @param longitude degrees, east is positive
	 */
	public record Place(double latitude, double longitude) {

		private static final double EARTH_METRES = 6_371_000;

		public Place {
			Rule.check(Math.abs(latitude) <= 90, "a latitude goes from -90 to 90");
			Rule.check(Math.abs(longitude) <= 180, "a longitude goes from -180 to 180");
		}

		/**
		 * How far another place is, as the crow flies.
		 * @param other the other place
		 * @return metres
		 */
		public double metresTo(Place other) {
			double up = Math.sin(Math.toRadians(other.latitude - this.latitude) / 2);
			double across = Math.sin(Math.toRadians(other.longitude - this.longitude) / 2);
			double part = up * up + Math.cos(Math.toRadians(this.latitude)) * Math.cos(Math.toRadians(other.latitude))
					* across * across;
			return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(part)));
		}

	}

	/**
	 * When a shop is open on a day, local time.
	 *
	 * @param opens local time
	 * @param closes after {@code opens}, on the same day
	 */
	public record Hours(LocalTime opens, LocalTime closes) {

		public Hours {
			Rule.check(closes.isAfter(opens), "closing comes after opening");
		}

	}

	/**
	 * How appointments are cut: one after the other from the opening on.
	 *
	 * @param minutes how long one is
	 * @param places how many people come at once
	 */
	public record Slots(int minutes, int places) {

		public Slots {
			Rule.check(minutes >= 5 && minutes <= 240, "an appointment takes 5 to 240 minutes");
			Rule.check(places >= 1 && places <= 50, "1 to 50 people come at once");
		}

		public Duration length() {
			return Duration.ofMinutes(this.minutes);
		}

	}

	/**
	 * How long one usually waits without an appointment, in minutes.
	 *
	 * @param morning before 12:00
	 * @param midday from 12:00
	 * @param afternoon from 14:00
	 * @param evening from 18:00
	 */
	public record Queue(int morning, int midday, int afternoon, int evening) {

		private static final LocalTime MIDDAY = LocalTime.of(12, 0);

		private static final LocalTime AFTERNOON = LocalTime.of(14, 0);

		private static final LocalTime EVENING = LocalTime.of(18, 0);

		public Queue {
			Rule.check(List.of(morning, midday, afternoon, evening).stream().allMatch(each -> each >= 0 && each <= 480),
					"one waits 0 to 480 minutes");
		}

		/**
		 * How long one usually waits.
		 * @param at local time
		 * @return minutes
		 */
		public int at(LocalTime at) {
			if (at.isBefore(MIDDAY)) {
				return this.morning;
			}
			if (at.isBefore(AFTERNOON)) {
				return this.midday;
			}
			return at.isBefore(EVENING) ? this.afternoon : this.evening;
		}

	}

}
