package app.resim.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/**
 * Asks a browser to make a passkey. Kept in the session until the answer comes; it takes
 * one answer.
 */
public final class PasskeyOffer implements Serializable {

	private final PublicKeyCredentialCreationOptions options;

	private final String json;

	private final Instant madeAt;

	private final AtomicBoolean answered = new AtomicBoolean();

	PasskeyOffer(PublicKeyCredentialCreationOptions options, String json, Instant madeAt) {
		this.options = options;
		this.json = json;
		this.madeAt = madeAt;
	}

	/**
	 * What {@code navigator.credentials.create} takes, in JSON (WebAuthn level 3, 5.1.9).
	 * @return the text
	 */
	public String json() {
		return this.json;
	}

	PublicKeyCredentialCreationOptions options() {
		return this.options;
	}

	/** False from the second answer on: whoever has read one cannot send it again. */
	boolean takeAnswer() {
		return this.answered.compareAndSet(false, true);
	}

	Instant madeAt() {
		return this.madeAt;
	}

}
