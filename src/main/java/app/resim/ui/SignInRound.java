package app.resim.ui;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

import app.resim.account.ChallengeId;
import app.resim.account.CodeSent;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A round of sign-in that waits for its code, kept in the browser's session: the
 * challenge never travels through an address or a form, so a code typed in another
 * browser is worth nothing.
 *
 * @param challenge the round
 * @param sentAt when the newest code was made
 * @param usableUntil when it ends
 * @param wanted where a signed-in customer goes back to after a fresh code; null in a
 * first sign-in
 */
record SignInRound(ChallengeId challenge, Instant sentAt, Instant usableUntil,
		@Nullable String wanted) implements Serializable {

	private static final String KEY = SignInRound.class.getName();

	static SignInRound first(CodeSent sent) {
		return new SignInRound(sent.challenge(), sent.sentAt(), sent.usableUntil(), null);
	}

	static SignInRound again(CodeSent sent, String wanted) {
		return new SignInRound(sent.challenge(), sent.sentAt(), sent.usableUntil(), wanted);
	}

	SignInRound renewed(CodeSent sent) {
		return new SignInRound(sent.challenge(), sent.sentAt(), sent.usableUntil(), this.wanted);
	}

	SignInRound leadingTo(String page) {
		return new SignInRound(this.challenge, this.sentAt, this.usableUntil, page);
	}

	boolean freshCode() {
		return this.wanted != null;
	}

	static Optional<SignInRound> in(HttpServletRequest request) {
		return (request.getSession(false) != null
				&& request.getSession().getAttribute(KEY) instanceof SignInRound round) ? Optional.of(round)
						: Optional.empty();
	}

	void keep(HttpServletRequest request) {
		request.getSession().setAttribute(KEY, this);
	}

	static void forget(HttpServletRequest request) {
		if (request.getSession(false) != null) {
			request.getSession().removeAttribute(KEY);
		}
	}

}
