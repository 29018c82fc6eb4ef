package app.resim.ui;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import app.resim.account.AppSecret;
import app.resim.account.Entrance;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in of staff between the right password, or the account, and the factor, kept in
 * the browser's session. It opens nothing.
 *
 * @param name whose it is
 * @param by what it began with
 * @param at when
 * @param secret for the app of somebody who has none yet; null before it is drawn
 */
record StaffRound(String name, Entrance by, Instant at, @Nullable AppSecret secret) implements Serializable {

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private static final String KEY = StaffRound.class.getName();

	static StaffRound begun(String name, Entrance by, Instant at) {
		return new StaffRound(name, by, at, null);
	}

	StaffRound with(AppSecret drawn) {
		return new StaffRound(this.name, this.by, this.at, drawn);
	}

	void keep(HttpServletRequest request) {
		request.getSession().setAttribute(KEY, this);
	}

	static Optional<StaffRound> in(HttpServletRequest request, Instant now) {
		return (request.getSession(false) != null && request.getSession().getAttribute(KEY) instanceof StaffRound round
				&& now.isBefore(round.at.plus(PATIENCE))) ? Optional.of(round) : Optional.empty();
	}

	static void forget(HttpServletRequest request) {
		request.getSession().removeAttribute(KEY);
	}

}
