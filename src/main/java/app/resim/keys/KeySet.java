package app.resim.keys;

import java.security.GeneralSecurityException;
import java.util.Locale;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.signature.PredefinedSignatureParameters;
import com.google.crypto.tink.signature.SignatureConfig;

/**
 * The key sets.
 */
enum KeySet {

	/** Seals. */
	AEAD(PredefinedAeadParameters.AES256_GCM),

	/** Makes fingerprints. */
	MAC(PredefinedMacParameters.HMAC_SHA256_256BITTAG),

	/** Signs receipts, so that others can check them (Ed25519 as RFC 8032 has it). */
	RECEIPT(PredefinedSignatureParameters.ED25519WithRawOutput);

	private final Parameters parameters;

	KeySet(Parameters parameters) {
		this.parameters = parameters;
	}

	String file() {
		return name().toLowerCase(Locale.ROOT) + ".json";
	}

	/** To be called before any key set is read or made. */
	static void register() throws GeneralSecurityException {
		AeadConfig.register();
		MacConfig.register();
		SignatureConfig.register();
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
