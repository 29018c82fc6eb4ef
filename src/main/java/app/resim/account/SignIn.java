package app.resim.account;

import java.util.Locale;
import java.util.Optional;

import app.resim.kernel.SubscriberId;

import org.springframework.stereotype.Service;

/**
 * Sign-in by a one-time code that goes to the e-mail address on file and never to the
 * line. Answers and work are the same for people who are known and people who are not.
 */
@Service
public class SignIn {

	/**
	 * Sends a code to whoever this is, if it is anybody.
	 * @param contact an e-mail address or a phone number, as typed
	 * @param region ISO 3166 country assumed for numbers without country code
	 * @param language the language of the message
	 * @return the challenge, always
	 */
	public CodeSent begin(String contact, String region, Locale language) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Sends a fresh code to somebody who is signed in, for a step that needs a young
	 * factor.
	 * @param subscriber who
	 * @param language the language of the message
	 * @return the challenge
	 */
	public CodeSent again(SubscriberId subscriber, Locale language) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Sends another code for a challenge; the older ones stay usable for their time.
	 * @param challenge the round of sign-in
	 * @return the new code's times, or empty if the challenge is over or unknown
	 */
	public Optional<CodeSent> resend(ChallengeId challenge) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Tries a code.
	 * @param challenge the round of sign-in
	 * @param code as typed, separators and digits of other scripts understood
	 * @return the answer
	 */
	public CodeAnswer enter(ChallengeId challenge, String code) {
		throw new UnsupportedOperationException();
	}

}
