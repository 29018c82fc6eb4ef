package app.resim.identity.bucket;

import java.time.Clock;
import java.time.Duration;

import app.resim.counterpart.Counterparts;
import app.resim.identity.port.Vault;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the bucket before the database, where {@code resim.identity.vault} is {@code s3}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "resim.identity.vault", havingValue = "s3")
class BucketConfiguration {

	private static final Logger log = LoggerFactory.getLogger(BucketConfiguration.class);

	private static final Duration LIMIT = Duration.ofSeconds(5);

	private static final Duration SWEEP = Duration.ofSeconds(30);

	@Bean
	Bucket bucket(@Value("${resim.identity.s3.endpoint:}") String endpoint,
			@Value("${resim.identity.s3.region:}") String region, @Value("${resim.identity.s3.bucket:}") String bucket,
			@Value("${resim.identity.s3.path-style:false}") boolean pathStyle,
			@Value("${resim.identity.s3.prefix:}") String prefix,
			@Value("${resim.identity.s3.access-key:}") String accessKey,
			@Value("${resim.identity.s3.secret-key:}") String secretKey, ObjectProvider<MeterRegistry> meters,
			Counterparts counterparts) {
		var access = new BucketAccess(endpoint, region, bucket, pathStyle, prefix, accessKey, secretKey);
		return new Bucket(access.open(LIMIT), bucket, prefix, meters.getIfAvailable(SimpleMeterRegistry::new),
				counterparts.of("document-store"));
	}

	@Bean
	Leftovers leftovers(JdbcClient database, Bucket bucket, Clock clock) {
		return new Leftovers(database, bucket, clock);
	}

	@Bean
	@Primary
	Vault bucketVault(Bucket bucket, Leftovers leftovers, @Qualifier("databaseVault") Vault earlier) {
		return new BucketVault(bucket, leftovers, earlier);
	}

	@Bean
	RecurringTask<Void> clearLeftovers(Leftovers leftovers) {
		return Tasks.recurring("identity.clear-bucket", FixedDelay.of(SWEEP)).execute((task, context) -> {
			int gone = leftovers.clear();
			if (gone > 0) {
				log.info("Deleted {} pictures in the bucket that were removed or never kept", gone);
			}
		});
	}

}
