package app.resim.keys;

import java.security.GeneralSecurityException;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;

/**
 * The two key sets.
 */
enum KeySet {

	/** Seals. */
	AEAD(PredefinedAeadParameters.AES256_GCM),

	/** Makes fingerprints. */
	MAC(PredefinedMacParameters.HMAC_SHA256_256BITTAG);

	private final Parameters parameters;

	KeySet(Parameters parameters) {
		this.parameters = parameters;
	}

	String file() {
		return this == AEAD ? "aead.json" : "mac.json";
	}

	/** To be called before any key set is read or made. */
	static void register() throws GeneralSecurityException {
		AeadConfig.register();
		MacConfig.register();
	}

	KeysetHandle make() throws GeneralSecurityException {
		return KeysetHandle.generateNew(this.parameters, RegistryConfiguration.get());
	}

	/** A further key, which opens but does not yet seal. */
	KeysetHandle withOneMore(KeysetHandle keys) throws GeneralSecurityException {
		return KeysetHandle.newBuilder(keys)
			.addEntry(KeysetHandle.generateEntryFromParameters(this.parameters).withRandomId())
			.build();
	}

	/** The key that came last seals from here on. */
	static KeysetHandle withLastPrimary(KeysetHandle keys) throws GeneralSecurityException {
		var builder = KeysetHandle.newBuilder(keys);
		builder.getAt(builder.size() - 1).makePrimary();
		return builder.build();
	}

}
