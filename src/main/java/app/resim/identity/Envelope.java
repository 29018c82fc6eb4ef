package app.resim.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import app.resim.keys.Seal;
import app.resim.keys.SealBroken;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import org.springframework.stereotype.Component;

/**
 * Encrypts each picture with a key of its own, and that key with the operator's. Without
 * the row that holds its sealed key a picture is noise, so forgetting the key deletes the
 * picture wherever copies of it lie. Folder and id are bound to both: what is moved to
 * another row does not open.
 */
@Component
class Envelope {

	private final Seal seal;

	Envelope(Seal seal) throws GeneralSecurityException {
		AeadConfig.register();
		this.seal = seal;
	}

	/**
	 * Encrypts under a fresh key.
	 * @param folder where the picture lies
	 * @param id its id
	 * @param picture in clear
	 * @return the sealed key and the sealed picture
	 */
	Sealed close(String folder, DocumentId id, byte[] picture) {
		String context = context(folder, id);
		try {
			var key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
			byte[] sealedKey = this.seal.close(TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get(),
					RegistryConfiguration.get()), context);
			return new Sealed(sealedKey, cipher(key).encrypt(picture, bytes(context)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A picture cannot be sealed", ex);
		}
	}

	/**
	 * Encrypts something about a picture with the picture's own key, so that it is
	 * forgotten with it.
	 * @param folder where the picture lies
	 * @param id its id
	 * @param sealedKey the picture's key
	 * @param note in clear
	 * @return the sealed note
	 */
	byte[] closeBeside(String folder, DocumentId id, byte[] sealedKey, byte[] note) {
		try {
			return cipher(folder, id, sealedKey).encrypt(note, bytes(beside(folder, id)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("A note cannot be sealed", ex);
		}
	}

	/**
	 * Decrypts.
	 * @param folder where the picture lies
	 * @param id its id
	 * @param sealedKey the picture's key
	 * @param sealed what {@link #closeBeside} gave
	 * @return the note in clear
	 * @throws SealBroken if key, note, folder and id do not belong together
	 */
	byte[] openBeside(String folder, DocumentId id, byte[] sealedKey, byte[] sealed) {
		try {
			return cipher(folder, id, sealedKey).decrypt(sealed, bytes(beside(folder, id)));
		}
		catch (GeneralSecurityException ex) {
			throw new SealBroken();
		}
	}

	/**
	 * Decrypts.
	 * @param folder where the picture lies
	 * @param id its id
	 * @param sealed what {@link #close} gave
	 * @return the picture in clear
	 * @throws SealBroken if key, bytes, folder and id do not belong together
	 */
	byte[] open(String folder, DocumentId id, Sealed sealed) {
		try {
			return cipher(folder, id, sealed.key()).decrypt(sealed.picture(), bytes(context(folder, id)));
		}
		catch (GeneralSecurityException ex) {
			throw new SealBroken();
		}
	}

	/**
	 * Recognises a file that is used a second time, without keeping anything of it.
	 * @param hash SHA-256 of the file as received
	 * @return the same for the same bytes, and nothing that can be computed without the
	 * operator's key
	 */
	byte[] fingerprint(byte[] hash) {
		return this.seal.fingerprint(HexFormat.of().formatHex(hash), "identity:upload");
	}

	/**
	 * Recognises an owner, without keeping who it is.
	 * @param owner the caller's key
	 * @return the same for the same owner
	 */
	byte[] owner(String owner) {
		return this.seal.fingerprint(owner, "identity:owner");
	}

	/**
	 * Recognises a document that is used a second time, without keeping its number.
	 * @param number which document and its number, in one spelling
	 * @return the same for the same document
	 */
	byte[] document(String number) {
		return this.seal.fingerprint(number, "identity:document");
	}

	private Aead cipher(String folder, DocumentId id, byte[] sealedKey) throws GeneralSecurityException {
		byte[] key = this.seal.open(sealedKey, context(folder, id));
		return cipher(
				TinkProtoKeysetFormat.parseKeyset(key, InsecureSecretKeyAccess.get(), RegistryConfiguration.get()));
	}

	private static Aead cipher(KeysetHandle key) throws GeneralSecurityException {
		return key.getPrimitive(RegistryConfiguration.get(), Aead.class);
	}

	/** The id comes first: its length is fixed, so no two pairs give the same text. */
	private static String context(String folder, DocumentId id) {
		return "identity:" + id.document() + ":" + folder;
	}

	private static String beside(String folder, DocumentId id) {
		return "beside:" + context(folder, id);
	}

	private static byte[] bytes(String context) {
		return context.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * A picture at rest.
	 *
	 * @param key the picture's key, sealed with the operator's
	 * @param picture the picture, sealed with its key
	 */
	record Sealed(byte[] key, byte[] picture) {
	}

}
