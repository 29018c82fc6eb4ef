package app.resim.provisioning;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Eid;

/**
 * What a phone needs to install the profile. Holds secrets and prints none.
 *
 * @param activationCode the text of the QR code, {@code LPA:1$…} (SGP.22, 4.1)
 * @param smdpAddress SM-DP+ address, exactly as the server gave it
 * @param matchingId the part that people call activation code
 * @param confirmationCode asked for by the phone, where one was set
 * @param boundTo the only phone that can use it, where bound
 * @param usableUntil when the order ends
 * @param state how far the phone has come
 */
public record Download(String activationCode, String smdpAddress, String matchingId, Optional<String> confirmationCode,
		Optional<Eid> boundTo, Instant usableUntil, State state) {

	/** How far the phone has come. */
	public enum State {

		WAITING, DOWNLOADED, INSTALLED, FAILED

	}

	@Override
	public String toString() {
		return "Download[" + this.state + "]";
	}

}
