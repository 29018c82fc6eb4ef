package app.resim.keys;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.signature.Ed25519PublicKey;

/**
 * Signs what others check without Resim.
 */
public final class SigningKey {

	/** There is no key set: nothing is signed. */
	static final SigningKey NONE = new SigningKey(Optional.empty());

	private final Optional<KeysetHandle> keys;

	private SigningKey(Optional<KeysetHandle> keys) {
		this.keys = keys;
	}

	static SigningKey of(KeysetHandle keys) {
		return new SigningKey(Optional.of(keys));
	}

	/**
	 * Whether this installation can sign.
	 * @return false if it has no key set for it
	 */
	public boolean isThere() {
		return this.keys.isPresent();
	}

	/**
	 * Signs a text.
	 * @param text what is signed; it ends with a line break
	 * @return the text with its signature, or empty if there is no key
	 */
	public Optional<SignedText> sign(String text) {
		return this.keys.map(handle -> {
			try {
				PublicKey used = publicKey(handle.getPublicKeysetHandle().getPrimary());
				byte[] signature = handle.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class)
					.sign(SignedText.bytes(text));
				return new SignedText(text, used.id(), signature);
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("The key set cannot sign", ex);
			}
		});
	}

	/**
	 * The keys with which signatures are checked, of now and of before.
	 * @return nothing secret; the oldest first
	 */
	public List<PublicKey> publicKeys() {
		List<PublicKey> all = new ArrayList<>();
		this.keys.ifPresent(handle -> {
			try {
				KeysetHandle shown = handle.getPublicKeysetHandle();
				for (int i = 0; i < shown.size(); i++) {
					all.add(publicKey(shown.getAt(i)));
				}
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException("The key set has no public half", ex);
			}
		});
		return all;
	}

	/** The public half stands as it is in the file that everybody may have. */
	@AccessesPartialKey
	private static PublicKey publicKey(KeysetHandle.Entry entry) {
		if (entry.getKey() instanceof Ed25519PublicKey key) {
			return new PublicKey(key.getPublicKeyBytes().toByteArray());
		}
		throw new IllegalStateException("The key set for receipts holds another kind of key");
	}

}
