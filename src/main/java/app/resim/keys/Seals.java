package app.resim.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;

/**
 * The seal of an installation, for programs that run beside the portal.
 */
public final class Seals {

	private Seals() {
	}

	/**
	 * Opens the key sets; none is made.
	 * @param folder where they lie
	 * @param environment with {@code RESIM_KEYS_KMS} and its companions where a key
	 * service sealed them
	 * @return the seal
	 * @throws IllegalStateException with a sentence for people, if a key set cannot be
	 * had
	 */
	public static Seal of(Path folder, Map<String, String> environment) {
		try {
			var keys = new KeyConfiguration(new KeySets(folder, MasterKey.Settings.from(environment).masterKey()),
					false);
			return new Seal(keys.aead(), keys.mac());
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException("A key set could not be read: " + ex.getClass().getSimpleName(), ex);
		}
	}

}
