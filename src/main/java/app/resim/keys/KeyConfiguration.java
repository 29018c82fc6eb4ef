package app.resim.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import app.resim.counterpart.Counterparts;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reads the Tink key sets from the folder {@code resim.keys.folder}: {@code aead.json} ,
 * {@code mac.json} and {@code receipt.json}, sealed with the key {@code resim.keys.kms}
 * of a key service where that is set. Where {@code resim.keys.create} is true a missing
 * one is made.
 */
@Configuration
class KeyConfiguration {

	private final KeySets keySets;

	private final boolean create;

	@Autowired
	KeyConfiguration(@Value("${resim.keys.folder}") Path folder, @Value("${resim.keys.create}") boolean create,
			@Value("${resim.keys.kms:}") String key, @Value("${resim.keys.kms-endpoint:}") String endpoint,
			@Value("${resim.keys.kms-region:}") String region, ObjectProvider<Counterparts> counterparts) {
		this(new KeySets(folder, new MasterKey.Settings(key, endpoint, region)
			.masterKey(() -> counterparts.getObject().of("key-service"))), create);
	}

	KeyConfiguration(KeySets keySets, boolean create) {
		this.keySets = keySets;
		this.create = create;
	}

	@Bean
	Aead aead() throws GeneralSecurityException, IOException {
		return keys(KeySet.AEAD).getPrimitive(RegistryConfiguration.get(), Aead.class);
	}

	@Bean
	Mac mac() throws GeneralSecurityException, IOException {
		return keys(KeySet.MAC).getPrimitive(RegistryConfiguration.get(), Mac.class);
	}

	/**
	 * An installation from before there were receipts has no such key set, and starts.
	 */
	@Bean
	SigningKey signingKey() throws GeneralSecurityException, IOException {
		KeySet.register();
		return (this.create || this.keySets.has(KeySet.RECEIPT)) ? SigningKey.of(keys(KeySet.RECEIPT))
				: SigningKey.NONE;
	}

	private KeysetHandle keys(KeySet which) throws GeneralSecurityException, IOException {
		KeySet.register();
		if (this.create && !this.keySets.has(which)) {
			KeysetHandle made = which.make();
			this.keySets.write(which, made);
			return made;
		}
		return this.keySets.read(which);
	}

}
