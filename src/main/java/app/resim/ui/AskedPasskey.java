package app.resim.ui;

import java.util.Optional;

import app.resim.account.PasskeyQuestion;
import app.resim.account.Passkeys;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The passkey that a page has asked for, kept in the browser's session: what another
 * browser was asked is answered there or nowhere.
 */
final class AskedPasskey {

	private static final String KEY = AskedPasskey.class.getName();

	private AskedPasskey() {
	}

	static PasskeyQuestion ask(Passkeys passkeys, HttpServletRequest request) {
		return keep(passkeys.ask(), request);
	}

	static PasskeyQuestion keep(PasskeyQuestion question, HttpServletRequest request) {
		request.getSession().setAttribute(KEY, question);
		return question;
	}

	static Optional<PasskeyQuestion> take(HttpServletRequest request) {
		if (request.getSession(false) != null
				&& request.getSession().getAttribute(KEY) instanceof PasskeyQuestion question) {
			request.getSession().removeAttribute(KEY);
			return Optional.of(question);
		}
		return Optional.empty();
	}

}
