package app.resim.tmforum;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * An order (TMF641, TMF622) as the back end told it.
 *
 * @param id the back end's key
 * @param externalId our own name for it
 * @param state as it is spelt there
 * @param at when it ended, else when it was placed; empty if nobody says
 */
record ServiceOrder(String id, String externalId, String state, Optional<Instant> at) {

	static final String FIELDS = "id,externalId,state,orderDate,completionDate";

	static ServiceOrder of(JsonNode order) {
		return new ServiceOrder(Told.text(order, "id"), Told.text(order, "externalId"), Told.text(order, "state"),
				Told.instant(Told.text(order, "completionDate")).or(() -> Told.instant(Told.text(order, "orderDate"))));
	}

	boolean completed() {
		return this.state.equalsIgnoreCase("completed");
	}

	boolean partial() {
		return this.state.equalsIgnoreCase("partial");
	}

	/** Whether it ended without having done all. */
	boolean failed() {
		return fault().isPresent();
	}

	/** What is not known to be an end is none. */
	boolean open() {
		return !completed() && !failed();
	}

	Optional<String> fault() {
		return Optional.ofNullable(switch (this.state.toLowerCase(Locale.ROOT)) {
			case "failed" -> "order-failed";
			case "rejected" -> "order-rejected";
			case "cancelled" -> "order-cancelled";
			case "partial" -> "order-partial";
			default -> null;
		});
	}

	boolean since(Instant then) {
		return this.at.filter(when -> !when.isBefore(then)).isPresent();
	}

}
