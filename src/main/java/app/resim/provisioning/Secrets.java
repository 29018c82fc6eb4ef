package app.resim.provisioning;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import app.resim.provisioning.activation.ActivationCode;

/**
 * The secret half of an order, stored sealed only.
 *
 * @param matchingId what was asked for, later what the server gave; may be empty
 * @param smdpAddress empty until the server answered
 * @param confirmationCode empty where the phone asks for none
 */
record Secrets(String matchingId, String smdpAddress, String confirmationCode) {

	static Secrets of(byte[] clear) {
		String[] lines = new String(clear, StandardCharsets.UTF_8).split("\n", -1);
		return new Secrets(lines[0], lines[1], lines[2]);
	}

	byte[] bytes() {
		return (this.matchingId + "\n" + this.smdpAddress + "\n" + this.confirmationCode)
			.getBytes(StandardCharsets.UTF_8);
	}

	Optional<String> matchingIdIfAny() {
		return Optional.of(this.matchingId).filter(text -> !text.isEmpty());
	}

	Optional<String> confirmationCodeIfAny() {
		return Optional.of(this.confirmationCode).filter(text -> !text.isEmpty());
	}

	Secrets answered(String matchingId, String smdpAddress) {
		return new Secrets(matchingId, smdpAddress, this.confirmationCode);
	}

	Optional<ActivationCode> activationCode() {
		return ActivationCode.of(this.smdpAddress, this.matchingId, !this.confirmationCode.isEmpty());
	}

	@Override
	public String toString() {
		return "Secrets[…]";
	}

}
