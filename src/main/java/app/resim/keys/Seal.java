package app.resim.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;

import org.springframework.stereotype.Component;

/**
 * Seals small secrets (authenticated encryption) and makes keyed fingerprints. The
 * context is bound to the sealed bytes: a secret moved to another row does not open.
 */
@Component
public class Seal {

	private final Aead aead;

	private final Mac mac;

	Seal(Aead aead, Mac mac) {
		this.aead = aead;
		this.mac = mac;
	}

	/**
	 * Encrypts.
	 * @param secret the clear bytes
	 * @param context where it belongs, for example {@code order:1f…}; not secret
	 * @return the sealed bytes
	 */
	public byte[] close(byte[] secret, String context) {
		try {
			return this.aead.encrypt(secret, context.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The key set cannot seal", ex);
		}
	}

	/**
	 * Decrypts.
	 * @param sealed what {@link #close} gave
	 * @param context the same context
	 * @return the clear bytes
	 * @throws SealBroken if bytes, context or key do not belong together
	 */
	public byte[] open(byte[] sealed, String context) {
		try {
			return this.aead.decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new SealBroken();
		}
	}

	/**
	 * A keyed fingerprint (HMAC), for look-ups and for secrets that are only compared.
	 * @param text the secret or the value looked up
	 * @param context as above, so that equal values of different sorts differ
	 * @return 32 bytes or more
	 */
	public byte[] fingerprint(String text, String context) {
		try {
			return this.mac.computeMac((context + "\n" + text).getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The key set cannot make a fingerprint", ex);
		}
	}

	/**
	 * Compares without telling by its time how much is right.
	 * @param fingerprint what {@link #fingerprint} gave, possibly under an older key
	 * @param text the value to compare
	 * @param context the same context
	 * @return true if they belong together
	 */
	public boolean matches(byte[] fingerprint, String text, String context) {
		try {
			this.mac.verifyMac(fingerprint, (context + "\n" + text).getBytes(StandardCharsets.UTF_8));
			return true;
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

}
