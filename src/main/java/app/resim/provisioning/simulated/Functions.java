package app.resim.provisioning.simulated;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.simulated.Shelf.Kept;
import app.resim.provisioning.simulated.SimulatedProfile.State;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/**
 * The four ES2+ functions, as strict as SGP.22 5.3 lets a server be: what was done once
 * is refused the second time, except releasing.
 */
@Component
@WhileNoServerIsConfigured
class Functions {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int MATCHING_ID_LENGTH = 20;

	private static final List<State> ORDERED = List.of(State.ALLOCATED, State.LINKED, State.CONFIRMED, State.RELEASED,
			State.ERROR);

	private final Shelf shelf;

	private final RandomGenerator chance;

	Functions(Shelf shelf, RandomGenerator chance) {
		this.shelf = shelf;
		this.chance = chance;
	}

	Answer downloadOrder(JsonNode request) {
		Optional<Iccid> wished = iccid(request);
		String profileType = request.path("profileType").asString("any");
		if (wished.isPresent() && !Iccids.ours(wished.get())) {
			return new Answer.Failed("8.2.1-3.9", "Unknown profile");
		}
		Iccid iccid = wished.orElseGet(() -> Iccids.draw(this.chance));
		return this.shelf.reserve(iccid, profileType, eid(request)) ? new Answer.Ordered(iccid)
				: new Answer.Failed("8.2.1-3.3", "The profile is in use");
	}

	Answer confirmOrder(JsonNode request) {
		Iccid iccid = iccid(request).orElseThrow();
		Optional<Kept> kept = this.shelf.find(iccid);
		if (kept.isEmpty()) {
			return new Answer.Failed("8.2.1-3.9", "Unknown profile");
		}
		Optional<Eid> asked = eid(request);
		Optional<Eid> bound = kept.get().profile().eid();
		if (bound.isPresent() && asked.isPresent() && !bound.equals(asked)) {
			return new Answer.Failed("8.1.1-3.10", "Another EID is bound");
		}
		String matchingId = request.path("matchingId").asString("");
		if (!matchingId.isEmpty() && !matchingId.equals(kept.get().matchingId())
				&& this.shelf.knowsMatchingId(matchingId)) {
			return new Answer.Failed("8.2.6-3.3", "The MatchingID is in use");
		}
		return confirm(request, iccid, asked.or(() -> bound), matchingId.isEmpty() ? matchingId() : matchingId);
	}

	private Answer confirm(JsonNode request, Iccid iccid, Optional<Eid> eid, String matchingId) {
		State next = request.path("releaseFlag").asBoolean(false) ? State.RELEASED : State.CONFIRMED;
		String code = request.path("confirmationCode").stringValue(null);
		return this.shelf.confirm(iccid, eid, matchingId, code, next) ? new Answer.Confirmed(matchingId, eid)
				: new Answer.Failed("8.2.1-3.3", "The profile is confirmed already");
	}

	Answer cancelOrder(JsonNode request) {
		Iccid iccid = iccid(request).orElseThrow();
		Optional<Kept> kept = this.shelf.find(iccid);
		if (kept.isEmpty()) {
			return new Answer.Failed("8.2.1-3.9", "Unknown profile");
		}
		SimulatedProfile profile = kept.get().profile();
		if (!kept.get().matchingId().isEmpty()
				&& !kept.get().matchingId().equals(request.path("matchingId").asString(""))) {
			return new Answer.Failed("8.2.6-3.10", "Another MatchingID is bound");
		}
		if (profile.eid().isPresent() && !profile.eid().equals(eid(request))) {
			return new Answer.Failed("8.2.1-3.10", "Another EID is bound");
		}
		State next = "Available".equals(request.path("finalProfileStatusIndicator").asString("")) ? State.AVAILABLE
				: State.UNAVAILABLE;
		return this.shelf.move(iccid, ORDERED, next, Optional.empty()) ? new Answer.Executed()
				: notOpen(profile.state());
	}

	private static Answer notOpen(State state) {
		return (state == State.DOWNLOADED || state == State.INSTALLED)
				? new Answer.Failed("8.2.1-3.3", "The profile was downloaded")
				: new Answer.Failed("8.2.1-3.5", "No open order");
	}

	Answer releaseProfile(JsonNode request) {
		Iccid iccid = iccid(request).orElseThrow();
		boolean released = this.shelf.move(iccid, List.of(State.CONFIRMED, State.RELEASED), State.RELEASED);
		return released ? new Answer.Executed() : new Answer.Failed("8.2.1-3.5", "Not confirmed");
	}

	private String matchingId() {
		var text = new StringBuilder();
		for (int i = 0; i < MATCHING_ID_LENGTH; i++) {
			text.append((i > 0 && i % 5 == 0) ? "-" : "").append(ALPHABET.charAt(this.chance.nextInt(32)));
		}
		return text.toString();
	}

	private static Optional<Iccid> iccid(JsonNode request) {
		return request.path("iccid").stringValueOpt().map(text -> Iccid.of(text.toUpperCase(Locale.ROOT)));
	}

	private static Optional<Eid> eid(JsonNode request) {
		return request.path("eid").stringValueOpt().map(Eid::new);
	}

	/** What a function answers. */
	sealed interface Answer {

		/** DownloadOrder did it. */
		record Ordered(Iccid iccid) implements Answer {
		}

		/** ConfirmOrder did it. */
		record Confirmed(String matchingId, Optional<Eid> eid) implements Answer {

			@Override
			public String toString() {
				return "Confirmed[…]";
			}

		}

		/** CancelOrder or ReleaseProfile did it. */
		record Executed() implements Answer {
		}

		/** Refused. */
		record Failed(String code, String message) implements Answer {
		}

	}

}
