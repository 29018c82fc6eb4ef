package app.resim.identity.bucket;

import java.net.URI;
import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How a bucket is reached.
 *
 * @param endpoint the store's address; empty for AWS
 * @param region the store's region; most stores outside AWS take any
 * @param bucket the bucket's name
 * @param pathStyle whether the bucket is named in the path instead of the host name
 * @param prefix begins every object's name; may be empty
 * @param accessKey empty to find credentials where AWS's tools look for them
 * @param secretKey belongs to the access key
 */
record BucketAccess(String endpoint, String region, String bucket, boolean pathStyle, String prefix, String accessKey,
		String secretKey) {

	BucketAccess {
		require(!bucket.isBlank(), "resim.identity.s3.bucket is not set");
		require(!region.isBlank(), "resim.identity.s3.region is not set");
		require(accessKey.isBlank() == secretKey.isBlank(),
				"Of resim.identity.s3.access-key and resim.identity.s3.secret-key one is not set");
	}

	/**
	 * A client; nothing is connected yet.
	 * @param limit how long one call may take, a second try included
	 * @return the client
	 */
	S3Client open(Duration limit) {
		var builder = S3Client.builder()
			.region(Region.of(this.region))
			.forcePathStyle(this.pathStyle)
			.credentialsProvider(credentials())
			.httpClientBuilder(Apache5HttpClient.builder().connectionTimeout(limit).socketTimeout(limit))
			.overrideConfiguration(calls -> calls.apiCallTimeout(limit).retryStrategy(tries -> tries.maxAttempts(2)))
			// what is sealed shows any change by itself, and not every store knows AWS's
			// newer ways to send a sum along
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.serviceConfiguration(plain -> plain.chunkedEncodingEnabled(false).expectContinueEnabled(false));
		return (this.endpoint.isBlank() ? builder : builder.endpointOverride(URI.create(this.endpoint))).build();
	}

	private AwsCredentialsProvider credentials() {
		return this.accessKey.isBlank() ? DefaultCredentialsProvider.builder().build()
				: StaticCredentialsProvider.create(AwsBasicCredentials.create(this.accessKey, this.secretKey));
	}

	private static void require(boolean good, String otherwise) {
		if (!good) {
			throw new IllegalArgumentException(otherwise);
		}
	}

	/** Without the secret. */
	@Override
	public String toString() {
		return "BucketAccess[endpoint=%s, region=%s, bucket=%s]".formatted(this.endpoint, this.region, this.bucket);
	}

}
