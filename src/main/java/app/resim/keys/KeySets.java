package app.resim.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;

/**
 * The key sets in a folder: in clear, or sealed with a master key where there is one. A
 * file whose form is not the one that is set is never read: it might have been put there.
 */
final class KeySets {

	private final Path folder;

	private final Optional<Aead> master;

	KeySets(Path folder, Optional<Aead> master) {
		this.folder = folder;
		this.master = master;
	}

	Path folder() {
		return this.folder;
	}

	boolean isSealing() {
		return this.master.isPresent();
	}

	boolean has(KeySet which) {
		return Files.exists(file(which));
	}

	boolean isSealed(KeySet which) throws IOException {
		return Files.readString(file(which)).contains("\"encryptedKeyset\"");
	}

	/**
	 * Reads.
	 * @param which the key set
	 * @return the key set
	 * @throws KeySetUnusable if it cannot be opened
	 */
	KeysetHandle read(KeySet which) throws IOException {
		if (!has(which)) {
			throw new KeySetUnusable("Key set " + which.file() + " is missing from resim.keys.folder",
					"Put the key set there that sealed the data, or make the first one with script/keys.");
		}
		if (isSealed(which) != isSealing()) {
			throw isSealing() ? clear(which) : sealed(which);
		}
		String text = Files.readString(file(which));
		try {
			return isSealing() ? open(which, text) : readClear(text);
		}
		catch (GeneralSecurityException ex) {
			throw new KeySetUnusable("Key set " + which.file() + " is damaged, or no key set at all",
					"Put back the copy of it that you keep elsewhere.", ex);
		}
	}

	/**
	 * Reads one that lies in clear, whatever is set.
	 * @param which the key set
	 * @return the key set
	 */
	KeysetHandle readClear(KeySet which) throws GeneralSecurityException, IOException {
		return readClear(Files.readString(file(which)));
	}

	private static KeysetHandle readClear(String text) throws GeneralSecurityException {
		return TinkJsonProtoKeysetFormat.parseKeyset(text, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
	}

	private KeysetHandle open(KeySet which, String text) throws GeneralSecurityException {
		return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(text, this.master.orElseThrow(), name(which),
				RegistryConfiguration.get());
	}

	/**
	 * Writes, in place of an earlier one. What was sealed has been opened once before
	 * anything is replaced.
	 * @param which the key set
	 * @param keys what it holds
	 */
	void write(KeySet which, KeysetHandle keys) throws GeneralSecurityException, IOException {
		if (!isSealing()) {
			replace(which.file(), TinkJsonProtoKeysetFormat.serializeKeyset(keys, RegistryConfiguration.get(),
					InsecureSecretKeyAccess.get()));
			return;
		}
		String text = TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keys, this.master.orElseThrow(), name(which),
				RegistryConfiguration.get());
		if (!opensTo(keys, which, text)) {
			throw new KeySetUnusable("The key service does not give back the key set that it was given",
					"Nothing was changed. Do not use this key service.");
		}
		replace(which.file(), text);
	}

	private boolean opensTo(KeysetHandle keys, KeySet which, String text) {
		try {
			return open(which, text).equalsKeyset(keys);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	/**
	 * Copies one that lies in clear, before it is sealed.
	 * @param which the key set
	 * @return the copy's file name
	 */
	String copyClear(KeySet which) throws IOException {
		String copy = which.file().replace(".json", ".clear.json");
		replace(copy, Files.readString(file(which)));
		return copy;
	}

	/**
	 * Writes what everybody may see.
	 * @param keys public keys
	 * @return the file
	 */
	Path writePublic(String keys) throws IOException {
		replace("receipt-public.pem", keys);
		return this.folder.resolve("receipt-public.pem");
	}

	private void replace(String name, String text) throws IOException {
		Files.createDirectories(this.folder);
		Path half = Files.createTempFile(this.folder, "new", ".json");
		if (half.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
		}
		Files.writeString(half, text);
		// a stop between the two leaves either the old or the new one, and a whole one
		Files.move(half, this.folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
	}

	private Path file(KeySet which) {
		return this.folder.resolve(which.file());
	}

	private static byte[] name(KeySet which) {
		return which.file().getBytes(StandardCharsets.UTF_8);
	}

	private static KeySetUnusable clear(KeySet which) {
		return new KeySetUnusable("Key set " + which.file() + " lies in clear, although resim.keys.kms is set",
				"Seal it with script/keys FOLDER wrap.");
	}

	private static KeySetUnusable sealed(KeySet which) {
		return new KeySetUnusable("Key set " + which.file() + " is sealed by a key service, and none is set",
				"Set resim.keys.kms to the key that sealed it.");
	}

}
