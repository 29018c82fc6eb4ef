package app.resim.identity.bucket;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the bucket answers; without it no picture is taken or shown.
 */
class BucketHealth implements HealthIndicator {

	private final Bucket bucket;

	BucketHealth(Bucket bucket) {
		this.bucket = bucket;
	}

	@Override
	public Health health() {
		return (this.bucket.isThere() ? Health.up() : Health.down()).build();
	}

}
