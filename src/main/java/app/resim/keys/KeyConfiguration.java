package app.resim.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the Tink key sets from the folder {@code resim.keys.folder}: {@code aead.json}
 * and {@code mac.json}. Where {@code resim.keys.create} is true a missing one is made.
 */
@Configuration
class KeyConfiguration {

	private final Path folder;

	private final boolean create;

	KeyConfiguration(@Value("${resim.keys.folder}") Path folder, @Value("${resim.keys.create}") boolean create) {
		this.folder = folder;
		this.create = create;
	}

	@Bean
	Aead aead() throws GeneralSecurityException, IOException {
		AeadConfig.register();
		return keySet("aead.json",
				() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()))
			.getPrimitive(RegistryConfiguration.get(), Aead.class);
	}

	@Bean
	Mac mac() throws GeneralSecurityException, IOException {
		MacConfig.register();
		return keySet("mac.json", () -> KeysetHandle.generateNew(PredefinedMacParameters.HMAC_SHA256_256BITTAG,
				RegistryConfiguration.get()))
			.getPrimitive(RegistryConfiguration.get(), Mac.class);
	}

	private KeysetHandle keySet(String name, Generator generator) throws GeneralSecurityException, IOException {
		Path file = this.folder.resolve(name);
		if (Files.exists(file)) {
			return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), RegistryConfiguration.get(),
					InsecureSecretKeyAccess.get());
		}
		if (!this.create) {
			throw new IllegalStateException("Key set " + file.getFileName() + " is missing from resim.keys.folder");
		}
		KeysetHandle made = generator.make();
		write(file, TinkJsonProtoKeysetFormat.serializeKeyset(made, RegistryConfiguration.get(),
				InsecureSecretKeyAccess.get()));
		return made;
	}

	private void write(Path file, String text) throws IOException {
		Files.createDirectories(this.folder);
		Path half = Files.createTempFile(this.folder, "new", ".json");
		if (half.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
		}
		Files.writeString(half, text);
		// a stop between the two leaves either no key set or a whole one
		Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
	}

	@FunctionalInterface
	private interface Generator {

		KeysetHandle make() throws GeneralSecurityException;

	}

}
