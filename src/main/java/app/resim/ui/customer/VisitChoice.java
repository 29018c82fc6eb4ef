package app.resim.ui.customer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.resim.catalogue.Store;

/**
 * What somebody has chosen so far of an appointment. It stands in the address, so that
 * the browser's way back works and nothing is lost with a session; it names a request by
 * its reference at most.
 *
 * @param purpose what for
 * @param about reference of a request, or empty
 * @param store key of a store, or empty
 * @param day local date
 * @param at when it begins
 * @param from the first day to choose from
 */
record VisitChoice(Optional<Store.Service> purpose, String about, String store, Optional<LocalDate> day,
		Optional<Instant> at, Optional<LocalDate> from) {

	private static final int LONGEST = 40;

	/**
	 * Reads an address. What cannot be read was not chosen.
	 * @param asked the parameters
	 * @return the choice
	 */
	static VisitChoice read(Map<String, List<String>> asked) {
		return new VisitChoice(word(asked, "for").flatMap(VisitChoice::purpose), word(asked, "about").orElse(""),
				word(asked, "store").orElse(""), word(asked, "day").flatMap(VisitChoice::date),
				word(asked, "at").flatMap(VisitChoice::instant), word(asked, "from").flatMap(VisitChoice::date));
	}

	private static Optional<String> word(Map<String, List<String>> asked, String name) {
		return Optional.ofNullable(asked.get(name))
			.flatMap(words -> words.stream().findFirst())
			.filter(word -> word.length() <= LONGEST && word.matches("[A-Za-z0-9-]+"));
	}

	private static Optional<Store.Service> purpose(String word) {
		return Arrays.stream(Store.Service.values()).filter(each -> ShopWords.key(each).equals(word)).findFirst();
	}

	private static Optional<LocalDate> date(String word) {
		try {
			return Optional.of(LocalDate.parse(word));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Minutes since 1970: on the night when a clock is put back, one time is there twice.
	 */
	private static Optional<Instant> instant(String word) {
		return word.matches("[0-9]{1,9}") ? Optional.of(Instant.ofEpochSecond(60L * Integer.parseInt(word)))
				: Optional.empty();
	}

	VisitChoice to(Store.Service purpose) {
		return new VisitChoice(Optional.of(purpose), this.about, this.store, this.day, this.at, Optional.empty());
	}

	/** Another store has other times. */
	VisitChoice in(String store) {
		return new VisitChoice(this.purpose, this.about, store, Optional.empty(), Optional.empty(), Optional.empty());
	}

	VisitChoice on(LocalDate day) {
		return new VisitChoice(this.purpose, this.about, this.store, Optional.of(day), Optional.empty(),
				Optional.empty());
	}

	VisitChoice at(LocalDate day, Instant at) {
		return new VisitChoice(this.purpose, this.about, this.store, Optional.of(day), Optional.of(at),
				Optional.empty());
	}

	VisitChoice from(LocalDate from) {
		return new VisitChoice(this.purpose, this.about, this.store, Optional.empty(), Optional.empty(),
				Optional.of(from));
	}

	VisitChoice anyStore() {
		return in("");
	}

	VisitChoice anyDay() {
		return in(this.store);
	}

	VisitChoice anyTime() {
		return new VisitChoice(this.purpose, this.about, this.store, this.day, Optional.empty(), Optional.empty());
	}

	/**
	 * The page on which the choice goes on.
	 * @param path of it
	 * @return with the choice
	 */
	String href(String path) {
		List<String> parts = new ArrayList<>();
		this.purpose.ifPresent(purpose -> parts.add("for=" + ShopWords.key(purpose)));
		add(parts, "about", this.about);
		add(parts, "store", this.store);
		this.from.ifPresent(from -> parts.add("from=" + from));
		this.day.ifPresent(day -> parts.add("day=" + day));
		this.at.ifPresent(at -> parts.add("at=" + at.getEpochSecond() / 60));
		return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
	}

	private static void add(List<String> parts, String name, String word) {
		if (!word.isEmpty()) {
			parts.add(name + "=" + URLEncoder.encode(word, StandardCharsets.UTF_8));
		}
	}

}
