package app.resim.account;

import java.io.Serializable;

/**
 * Names one round of sign-in by code. Not a secret that signs anybody in, but hard to
 * guess.
 *
 * @param challenge 128 random bits, URL-safe
 */
public record ChallengeId(String challenge) implements Serializable {

	public ChallengeId {
		if (!challenge.matches("[A-Za-z0-9_-]{22}")) {
			throw new IllegalArgumentException("Not a challenge id");
		}
	}

}
