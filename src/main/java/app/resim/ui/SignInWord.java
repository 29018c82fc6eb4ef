package app.resim.ui;

import java.io.Serializable;
import java.util.Optional;

import app.resim.account.SessionState;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What the next page of a sign-in has to say, once.
 *
 * @param key of the text
 * @param number fills {@code {0}}, if the text has one
 * @param tone how it is said
 */
record SignInWord(String key, int number, Tone tone) implements Serializable {

	private enum Tone {

		GOOD, BAD, WARNING

	}

	private static final String KEY = SignInWord.class.getName();

	static SignInWord bad(String key) {
		return new SignInWord(key, 0, Tone.BAD);
	}

	static SignInWord bad(String key, int number) {
		return new SignInWord(key, number, Tone.BAD);
	}

	static SignInWord good(String key) {
		return new SignInWord(key, 0, Tone.GOOD);
	}

	/** Why somebody is signed out. */
	static SignInWord over(SessionState.Why why) {
		return good("seats.over." + why);
	}

	/** Something that no field of the page can mend, with a sentence on what to do. */
	static SignInWord warning(String key) {
		return new SignInWord(key, 0, Tone.WARNING);
	}

	boolean good() {
		return this.tone == Tone.GOOD;
	}

	boolean bad() {
		return this.tone == Tone.BAD;
	}

	/** Says why somebody is at the door again. */
	static void tell(Page page, Optional<SignInWord> word) {
		word.filter(SignInWord::good)
			.ifPresent(said -> page
				.add(Notice.info(Icons.CLOCK, page.text(said.key()), page.text(said.key() + ".text")).announced()));
		warn(page, word);
	}

	/** Says what went wrong elsewhere. */
	static void warn(Page page, Optional<SignInWord> word) {
		word.filter(said -> said.tone() == Tone.WARNING)
			.ifPresent(said -> page.add(Notice
				.warn(page.text(said.key()),
						page.text(said.key() + ".text", PhoneNumbers.spaced(page.visit().brand().hotline())))
				.announced()));
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
