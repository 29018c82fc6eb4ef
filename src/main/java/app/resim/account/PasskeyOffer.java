package app.resim.account;

import java.time.Instant;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/**
 * Asks a browser to make a passkey, by {@code navigator.credentials.create} (WebAuthn
 * level 3, 5.1.9).
 */
public final class PasskeyOffer extends PasskeyCall<PublicKeyCredentialCreationOptions> {

	PasskeyOffer(PublicKeyCredentialCreationOptions options, String json, Instant madeAt) {
		super(options, json, madeAt);
	}

}
