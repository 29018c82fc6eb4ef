package app.resim.keys;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;

/**
 * A seal with keys of its own, for tests that need no key folder.
 */
public final class FreshSeal {

	private FreshSeal() {
	}

	public static Seal make() {
		try {
			AeadConfig.register();
			MacConfig.register();
			var aead = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
			var mac = KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG,
					RegistryConfiguration.get());
			return new Seal(aead.getPrimitive(RegistryConfiguration.get(), Aead.class),
					mac.getPrimitive(RegistryConfiguration.get(), Mac.class));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
