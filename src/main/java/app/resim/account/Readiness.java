package app.resim.account;

import java.util.List;

/**
 * How well a customer is prepared for the day when the phone is gone.
 *
 * @param passkeys the oldest first
 * @param app whether there is an authenticator app
 * @param codesLeft printed recovery codes that still open
 * @param lockedLines lines that are locked against replacement
 */
public record Readiness(List<Passkey> passkeys, boolean app, int codesLeft, int lockedLines) {

	public Readiness {
		passkeys = List.copyOf(passkeys);
	}

	/**
	 * Whether there is a code to type besides the one from the mailbox.
	 * @return true with an app or an unused recovery code
	 */
	public boolean secondCode() {
		return this.app || this.codesLeft > 0;
	}

	/**
	 * Whether there is anything besides the mailbox.
	 * @return true with any factor
	 */
	public boolean any() {
		return secondCode() || !this.passkeys.isEmpty();
	}

}
