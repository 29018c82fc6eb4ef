package app.resim.account;

import java.io.Serializable;

/**
 * A secret that an authenticator app is offered and does not yet know. Prints masked.
 *
 * @param base32 as a person types it into the app
 * @param address {@code otpauth:}, as a QR symbol gives it to the app
 */
public record AppSecret(String base32, String address) implements Serializable {

	@Override
	public String toString() {
		return "AppSecret[•••]";
	}

}
