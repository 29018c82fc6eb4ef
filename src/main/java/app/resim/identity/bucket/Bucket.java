package app.resim.identity.bucket;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import app.resim.counterpart.Counterpart;
import app.resim.identity.port.Vault.Unreachable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

import org.springframework.core.NestedExceptionUtils;

/**
 * A bucket, or the part of one whose names begin with a prefix. An object's name is the
 * prefix and a random UUID; it carries nothing else. Each call ends within the client's
 * time limit.
 */
class Bucket implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Bucket.class);

	private final S3Client store;

	private final String bucket;

	private final String prefix;

	private final MeterRegistry meters;

	private final Counterpart health;

	Bucket(S3Client store, String bucket, String prefix, MeterRegistry meters, Counterpart health) {
		this.store = store;
		this.bucket = bucket;
		this.prefix = prefix;
		this.meters = meters;
		this.health = health;
	}

	void put(UUID name, byte[] sealed) {
		timed("put",
				() -> this.store.putObject(
						request -> request.bucket(this.bucket).key(key(name)).contentType("application/octet-stream"),
						RequestBody.fromBytes(sealed)));
	}

	Optional<byte[]> get(UUID name) {
		return timed("get", () -> {
			try {
				return Optional.of(this.store.getObjectAsBytes(request -> request.bucket(this.bucket).key(key(name)))
					.asByteArrayUnsafe());
			}
			catch (NoSuchKeyException ex) {
				return Optional.empty();
			}
		});
	}

	void delete(UUID name) {
		timed("delete", () -> this.store.deleteObject(request -> request.bucket(this.bucket).key(key(name))));
	}

	private <T> T timed(String deed, Supplier<T> call) {
		return this.health.heed(() -> asked(deed, call), answer -> false);
	}

	private <T> T asked(String deed, Supplier<T> call) {
		Timer.Sample sample = Timer.start(this.meters);
		String outcome = "failed";
		try {
			T answer = call.get();
			outcome = "done";
			return answer;
		}
		catch (SdkException ex) {
			log.warn("The bucket failed to {} ({})", deed, reason(ex));
			throw new Unreachable(deed, ex);
		}
		finally {
			sample.stop(this.meters.timer("resim.identity.bucket", "deed", deed, "outcome", outcome));
		}
	}

	/** Without the words of the other side, which could be anything. */
	private static String reason(SdkException failure) {
		return (failure instanceof AwsServiceException refused) ? "status " + refused.statusCode()
				: NestedExceptionUtils.getMostSpecificCause(failure).getClass().getSimpleName();
	}

	private String key(UUID name) {
		return this.prefix + name;
	}

	@Override
	public void close() {
		this.store.close();
	}

}
