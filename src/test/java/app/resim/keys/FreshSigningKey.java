package app.resim.keys;

import java.security.GeneralSecurityException;

/**
 * A key that signs, for tests that need no key folder.
 */
public final class FreshSigningKey {

	private FreshSigningKey() {
	}

	public static SigningKey make() {
		try {
			KeySet.register();
			return SigningKey.of(KeySet.RECEIPT.make());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static SigningKey none() {
		return SigningKey.NONE;
	}

}
