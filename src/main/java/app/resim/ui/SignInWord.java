package app.resim.ui;

import java.io.Serializable;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What the next page of a sign-in has to say, once.
 *
 * @param key of the text
 * @param number fills {@code {0}}, if the text has one
 * @param good whether it is no error
 */
record SignInWord(String key, int number, boolean good) implements Serializable {

	private static final String KEY = SignInWord.class.getName();

	static SignInWord bad(String key) {
		return new SignInWord(key, 0, false);
	}

	static SignInWord bad(String key, int number) {
		return new SignInWord(key, number, false);
	}

	static SignInWord good(String key) {
		return new SignInWord(key, 0, true);
	}

	boolean bad() {
		return !this.good;
	}

	/** Says why somebody is at the door again. */
	static void tell(Page page, Optional<SignInWord> word) {
		word.filter(SignInWord::good)
			.ifPresent(said -> page
				.add(Notice.info(Icons.CLOCK, page.text(said.key()), page.text(said.key() + ".text")).announced()));
	}

	void leave(HttpServletRequest request) {
		request.getSession().setAttribute(KEY, this);
	}

	static Optional<SignInWord> take(HttpServletRequest request) {
		if (request.getSession(false) != null && request.getSession().getAttribute(KEY) instanceof SignInWord word) {
			request.getSession().removeAttribute(KEY);
			return Optional.of(word);
		}
		return Optional.empty();
	}

}
