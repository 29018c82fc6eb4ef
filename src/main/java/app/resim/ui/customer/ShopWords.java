package app.resim.ui.customer;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.catalogue.Store;
import app.resim.ui.Page;
import app.resim.ui.PlainList;
import app.resim.visit.ShopFloor.Waiting;

/**
 * What is said about stores, in the reader's language.
 */
final class ShopWords {

	private final Page page;

	ShopWords(Page page) {
		this.page = page;
	}

	String name(Store store) {
		return store.name(this.page.words().locale());
	}

	String address(Store store) {
		return store.address(this.page.words().locale());
	}

	/** Where it is and when it is open. */
	String sentence(Store store) {
		return this.page.text("shops.sentence", address(store), this.page.times().hours(store));
	}

	/**
	 * What is done in a store.
	 * @param purpose which of it
	 * @return a few words
	 */
	String purpose(Store.Service purpose) {
		return this.page.text("shops.purpose." + key(purpose));
	}

	/** What is done in a store, in one sentence. */
	String purposes(Store store) {
		return this.page.words()
			.list(Stream.of(Store.Service.values()).filter(store.services()::contains).map(this::purpose).toList());
	}

	/**
	 * What to bring.
	 * @param purpose for what
	 * @param reference to name there, if there is one
	 * @return a list
	 */
	PlainList bring(Store.Service purpose, Optional<String> reference) {
		List<String> things = new ArrayList<>();
		things.add(this.page.text("shops.bring.document"));
		things.add(this.page.text("shops.bring." + key(purpose)));
		reference.ifPresent(each -> things.add(this.page.text("shops.bring.reference", each)));
		return new PlainList(things);
	}

	/**
	 * How long one waits without an appointment.
	 * @param store where
	 * @param now tells the part of the day
	 * @param counted what somebody there has counted
	 * @return one sentence
	 */
	String queue(Store store, Instant now, Optional<Waiting> counted) {
		ZoneId zone = this.page.visit().brand().zone();
		LocalTime time = now.atZone(zone).toLocalTime();
		Optional<Store.Hours> today = store.on(now.atZone(zone).toLocalDate());
		boolean open = today.filter(hours -> !time.isBefore(hours.opens()) && time.isBefore(hours.closes()))
			.isPresent();
		if (!open) {
			return this.page.text("shops.queue.closed");
		}
		return counted
			.map(waiting -> this.page.text("shops.queue.counted", waiting.people(),
					this.page.times().clockTime(waiting.at())))
			.orElseGet(() -> this.page.text("shops.queue.usual", store.queue().at(time)));
	}

	static String key(Store.Service purpose) {
		return purpose.name().toLowerCase(Locale.ROOT);
	}

}
