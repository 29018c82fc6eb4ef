package app.resim.ui;

import java.util.Optional;
import java.util.function.Function;

import app.resim.openid.Arrival;
import app.resim.openid.Departure;
import app.resim.openid.Identity;
import app.resim.openid.Journey;
import app.resim.openid.OpenIdProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * The way of a browser to one provider of accounts and back. Between the two it is kept
 * in the browser's session; it serves for one return.
 */
final class Journeys {

	private final OpenIdProvider provider;

	private final String key;

	private final Function<String, ResponseEntity<String>> otherwise;

	/**
	 * Makes the way.
	 * @param provider where it leads
	 * @param whose tells the journeys of customers from those of staff
	 * @param otherwise what is answered with a word on what went wrong, by its key
	 */
	Journeys(OpenIdProvider provider, String whose, Function<String, ResponseEntity<String>> otherwise) {
		this.provider = provider;
		this.key = Journeys.class.getName() + "." + whose;
		this.otherwise = otherwise;
	}

	ResponseEntity<String> leave(HttpServletRequest request, boolean again) {
		return switch (this.provider.depart(request, again)) {
			case Departure.Leave(var address, var journey) -> {
				request.getSession().setAttribute(this.key, journey);
				yield ResponseEntity.status(HttpStatus.SEE_OTHER).location(address).build();
			}
			case Departure.Away() -> this.otherwise.apply("openid.away");
		};
	}

	ResponseEntity<String> arrive(HttpServletRequest request, Function<Identity, ResponseEntity<String>> door) {
		Arrival arrival = take(request).map(journey -> this.provider.arrive(journey, request.getParameterMap()))
			.orElseGet(Arrival.Refused::new);
		return switch (arrival) {
			case Arrival.Known(var identity) -> door.apply(identity);
			case Arrival.Refused() -> this.otherwise.apply("openid.not");
			case Arrival.Stale() -> this.otherwise.apply("openid.stale");
			case Arrival.Away() -> this.otherwise.apply("openid.away");
		};
	}

	private Optional<Journey> take(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		if (session == null) {
			return Optional.empty();
		}
		// two returns at once: one of them
		synchronized (this.provider) {
			Object found = session.getAttribute(this.key);
			session.removeAttribute(this.key);
			return Optional.ofNullable(found).map(Journey.class::cast);
		}
	}

}
