package app.resim.ui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

import app.resim.kernel.Actor;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

/**
 * Which browsers of this process a customer is signed in with, so that erasing the
 * customer ends them. Browsers at another process of the same installation are signed out
 * when they have been idle.
 */
@Component
class Seated implements PersonalData {

	/** Weak: a session that is over is nobody's. */
	private final Map<HttpSession, SubscriberId> seats = new WeakHashMap<>();

	synchronized void take(HttpSession session, SubscriberId customer) {
		this.seats.put(session, customer);
	}

	@Override
	public String section() {
		return "sessions";
	}

	@Override
	public Part export(SubscriberId customer, Actor by) {
		return Part.NOTHING;
	}

	@Override
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		of(customer).forEach(Seated::end);
	}

	private synchronized List<HttpSession> of(SubscriberId customer) {
		var sessions = new ArrayList<HttpSession>();
		this.seats.forEach((session, seated) -> {
			if (seated.equals(customer)) {
				sessions.add(session);
			}
		});
		return sessions;
	}

	private static void end(HttpSession session) {
		try {
			session.invalidate();
		}
		catch (IllegalStateException ex) {
			// it has ended by itself
			return;
		}
	}

}
