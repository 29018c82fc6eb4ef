package app.resim.keys;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import app.resim.counterpart.Counterpart;
import com.google.crypto.tink.Aead;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;

/**
 * A key that never leaves a key service (AWS KMS, or what speaks its protocol). The
 * service is asked once for each key set that is opened or sealed, with the key set's
 * name as encryption context, so that one cannot be put in the place of another.
 *
 * <p>
 * Credentials are found where AWS's tools look for them. A service that does not answer
 * in time is asked a second time and then no more.
 */
final class MasterKey implements Aead {

	private static final String CONTEXT = "resim-key-set";

	private static final String SCHEME = "aws-kms://";

	private static final Duration EACH = Duration.ofSeconds(4);

	private static final Duration ALL = Duration.ofSeconds(10);

	private final Settings settings;

	private final Duration each;

	MasterKey(Settings settings) {
		this(settings, EACH);
	}

	/** For tests, which are in a hurry. */
	MasterKey(Settings settings, Duration each) {
		this.settings = settings;
		this.each = each;
	}

	@Override
	public byte[] encrypt(byte[] clear, byte @Nullable [] name) {
		return asked(name,
				service -> service
					.encrypt(call -> call.keyId(this.settings.keyId())
						.plaintext(SdkBytes.fromByteArray(clear))
						.encryptionContext(Map.of(CONTEXT, text(name))))
					.ciphertextBlob());
	}

	@Override
	public byte[] decrypt(byte[] sealed, byte @Nullable [] name) {
		// the key is named, so that nothing opens that was sealed with somebody else's
		return asked(name,
				service -> service
					.decrypt(call -> call.keyId(this.settings.keyId())
						.ciphertextBlob(SdkBytes.fromByteArray(sealed))
						.encryptionContext(Map.of(CONTEXT, text(name))))
					.plaintext());
	}

	private byte[] asked(byte @Nullable [] name, Function<KmsClient, @Nullable SdkBytes> call) {
		try (KmsClient service = open()) {
			return Optional.ofNullable(call.apply(service))
				.map(SdkBytes::asByteArray)
				.orElseThrow(() -> SdkClientException.create("Half an answer"));
		}
		catch (AwsServiceException ex) {
			throw refused(text(name), ex);
		}
		catch (SdkException ex) {
			throw new KeySetUnusable(
					"The key service did not answer when it was asked for the key set %s".formatted(text(name)),
					"Look whether this machine reaches the key service and has credentials for it, then start again.",
					ex);
		}
	}

	private static KeySetUnusable refused(String name, AwsServiceException refusal) {
		String code = Optional.ofNullable(refusal.awsErrorDetails())
			.map(details -> details.errorCode())
			.orElse("status " + refusal.statusCode());
		return new KeySetUnusable("The key service refused the key set %s (%s)".formatted(name, code),
				"Compare resim.keys.kms with the key that sealed the key set, and what these credentials may do. "
						+ "InvalidCiphertextException says that the file was altered, exchanged, or sealed with another key.",
				refusal);
	}

	private KmsClient open() {
		var builder = KmsClient.builder()
			.httpClientBuilder(Apache5HttpClient.builder().connectionTimeout(this.each).socketTimeout(this.each))
			.overrideConfiguration(calls -> calls.apiCallAttemptTimeout(this.each)
				.apiCallTimeout(ALL)
				.retryStrategy(tries -> tries.maxAttempts(2)));
		this.settings.regionName().ifPresent(name -> builder.region(Region.of(name)));
		if (!this.settings.endpoint().isBlank()) {
			builder.endpointOverride(URI.create(this.settings.endpoint()));
		}
		return builder.build();
	}

	private static String text(byte @Nullable [] name) {
		return (name != null) ? new String(name, StandardCharsets.UTF_8) : "";
	}

	/**
	 * A key whose service is heeded.
	 *
	 * @param key the key
	 * @param health takes note of what the service says
	 */
	private record Heeded(MasterKey key, Counterpart health) implements Aead {

		@Override
		public byte[] encrypt(byte[] clear, byte @Nullable [] name) {
			return this.health.heed(() -> this.key.encrypt(clear, name), answer -> false);
		}

		@Override
		public byte[] decrypt(byte[] sealed, byte @Nullable [] name) {
			return this.health.heed(() -> this.key.decrypt(sealed, name), answer -> false);
		}

	}

	/**
	 * Which key.
	 *
	 * @param key its ARN, id or alias, with or without {@code aws-kms://} before it
	 * @param endpoint the service's address; empty for AWS
	 * @param region the service's region; empty to take the one in the ARN, or AWS's own
	 * way to find one
	 */
	record Settings(String key, String endpoint, String region) {

		/** As the portal reads them from its environment. */
		static Settings from(Map<String, String> environment) {
			return new Settings(environment.getOrDefault("RESIM_KEYS_KMS", ""),
					environment.getOrDefault("RESIM_KEYS_KMSENDPOINT", ""),
					environment.getOrDefault("RESIM_KEYS_KMSREGION", ""));
		}

		String keyId() {
			return this.key.startsWith(SCHEME) ? this.key.substring(SCHEME.length()) : this.key;
		}

		private Optional<String> regionName() {
			if (!this.region.isBlank()) {
				return Optional.of(this.region);
			}
			String[] parts = keyId().split(":", -1);
			return (parts.length > 3 && parts[0].equals("arn")) ? Optional.of(parts[3]) : Optional.empty();
		}

		/**
		 * The key, if one is set.
		 * @return empty where key sets lie in clear
		 */
		Optional<Aead> masterKey() {
			return this.key.isBlank() ? Optional.empty() : Optional.of(new MasterKey(this));
		}

		/**
		 * The key, if one is set, of a service that is heeded.
		 * @param health takes note of its answers
		 * @return empty where key sets lie in clear
		 */
		Optional<Aead> masterKey(Supplier<Counterpart> health) {
			return this.key.isBlank() ? Optional.empty() : Optional.of(new Heeded(new MasterKey(this), health.get()));
		}

	}

}
