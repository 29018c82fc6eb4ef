package app.resim.account;

import java.io.Serializable;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;

/**
 * Asks a browser for any passkey of this site. Kept in the session until the answer
 * comes; it takes one answer.
 */
public final class PasskeyQuestion implements Serializable {

	private final PublicKeyCredentialRequestOptions options;

	private final String json;

	private final Instant madeAt;

	private final AtomicBoolean answered = new AtomicBoolean();

	PasskeyQuestion(PublicKeyCredentialRequestOptions options, String json, Instant madeAt) {
		this.options = options;
		this.json = json;
		this.madeAt = madeAt;
	}

	/**
	 * What {@code navigator.credentials.get} takes, in JSON (WebAuthn level 3, 5.1.10).
	 * @return the text
	 */
	public String json() {
		return this.json;
	}

	PublicKeyCredentialRequestOptions options() {
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
