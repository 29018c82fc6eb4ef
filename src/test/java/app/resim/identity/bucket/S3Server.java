package app.resim.identity.bucket;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import app.resim.counterpart.SomeCounterparts;
import app.resim.identity.database.VaultOf;
import app.resim.identity.port.Vault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A store that speaks the S3 protocol, checks every signature, and keeps what it is given
 * in memory. All tests of a run share it, each with a bucket of its own.
 */
public final class S3Server {

	static final String PREFIX = "resim/";

	private static final String ACCESS_KEY = "resim";

	private static final String SECRET_KEY = "not-a-real-secret";

	private final S3Proxy server;

	private S3Server() {
		this.server = S3Proxy.builder()
			.blobStore(new TransientNio2BlobStore())
			.awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
			.endpoint(URI.create("http://127.0.0.1:0"))
			.build();
	}

	/**
	 * The server, started by the first test that needs it and stopped with the JVM.
	 * @return the server
	 */
	public static S3Server shared() {
		return Shared.SERVER;
	}

	/**
	 * Its address.
	 * @return with the port
	 */
	public String endpoint() {
		return "http://127.0.0.1:" + this.server.getPort();
	}

	/**
	 * The settings with which Resim keeps its pictures here.
	 * @param bucket an existing bucket
	 * @return names and values
	 */
	public List<String> settings(String bucket) {
		return List.of("resim.identity.vault=s3", "resim.identity.s3.endpoint=" + endpoint(),
				"resim.identity.s3.region=us-east-1", "resim.identity.s3.bucket=" + bucket,
				"resim.identity.s3.path-style=true", "resim.identity.s3.prefix=" + PREFIX,
				"resim.identity.s3.access-key=" + ACCESS_KEY, "resim.identity.s3.secret-key=" + SECRET_KEY);
	}

	/**
	 * Makes an empty bucket.
	 * @return its name
	 */
	public String freshBucket() {
		String name = "b" + UUID.randomUUID();
		try (S3Client client = client(name)) {
			client.createBucket(request -> request.bucket(name));
		}
		return name;
	}

	/**
	 * A vault here that finds in the database what was there before.
	 * @param bucket an existing bucket
	 * @param database its table
	 * @param clock the time
	 * @return the vault
	 */
	public Vault vault(String bucket, JdbcClient database, Clock clock) {
		return new BucketVault(bucket(bucket), leftovers(bucket, database, clock), VaultOf.database(database));
	}

	Leftovers leftovers(String bucket, JdbcClient database, Clock clock) {
		return new Leftovers(database, bucket(bucket), clock);
	}

	Bucket bucket(String name) {
		return new Bucket(client(name), name, PREFIX, new SimpleMeterRegistry(), SomeCounterparts.one());
	}

	/**
	 * What lies in a bucket.
	 * @param bucket which
	 * @return the objects' names
	 */
	public List<String> names(String bucket) {
		try (S3Client client = client(bucket)) {
			return client.listObjectsV2(request -> request.bucket(bucket))
				.contents()
				.stream()
				.map(S3Object::key)
				.toList();
		}
	}

	HeadObjectResponse head(String bucket, String name) {
		try (S3Client client = client(bucket)) {
			return client.headObject(request -> request.bucket(bucket).key(name));
		}
	}

	private S3Client client(String bucket) {
		return access(bucket, SECRET_KEY).open(Duration.ofSeconds(20));
	}

	BucketAccess access(String bucket, String secretKey) {
		return new BucketAccess(endpoint(), "us-east-1", bucket, true, PREFIX, ACCESS_KEY, secretKey);
	}

	/** Started with the class. */
	private static final class Shared {

		private static final S3Server SERVER = started();

		private static S3Server started() {
			var server = new S3Server();
			try {
				server.server.start();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			return server;
		}

	}

}
