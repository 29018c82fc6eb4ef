package app.resim.account;

import java.time.Instant;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/**
 * Asks a browser for any passkey of this site, by {@code navigator.credentials.get}
 * (WebAuthn level 3, 5.1.10).
 */
public final class PasskeyQuestion extends PasskeyCall<PublicKeyCredentialRequestOptions> {

	PasskeyQuestion(PublicKeyCredentialRequestOptions options, String json, Instant madeAt) {
		super(options, json, madeAt);
	}

}
