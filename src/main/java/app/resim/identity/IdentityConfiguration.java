package app.resim.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

import app.resim.counterpart.Counterparts;
import app.resim.identity.heic.HeifConvert;
import app.resim.identity.scan.Clamd;
import app.resim.identity.spool.Spool;
import app.resim.identity.workshop.Workshop;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How files are taken in and opened, and the clock by which pictures are forgotten.
 */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

	private static final Logger log = LoggerFactory.getLogger(IdentityConfiguration.class);

	private static final Duration LIMIT = Duration.ofSeconds(10);

	private static final Duration SCAN_LIMIT = Duration.ofSeconds(20);

	@Bean
	Counts identityCounts(ObjectProvider<MeterRegistry> meters) {
		return new Counts(meters.getIfAvailable(SimpleMeterRegistry::new));
	}

	@Bean
	Workshop workshop(@Value("${resim.identity.workers:2}") int workers,
			@Value("${resim.identity.worker-jobs:100}") int jobs,
			@Value("${resim.identity.patience:PT5S}") Duration patience,
			@Value("${resim.identity.limit:PT10S}") Duration limit,
			@Value("${resim.identity.natives:${resim.data:./data}/natives}") Path natives, Counts counts) {
		return new Workshop(natives, new Workshop.Terms(workers, patience, limit, jobs), counts::restarted);
	}

	/** In the background: neither the start nor the first customer waits for it. */
	@Bean
	ApplicationListener<ApplicationReadyEvent> firstWorker(Workshop workshop) {
		return ready -> workshop.warmUp();
	}

	@Bean
	Spool spool(@Value("${resim.data:./data}/spool") Path folder) throws IOException, GeneralSecurityException {
		return new Spool(folder);
	}

	@Bean
	Examiner examiner(Workshop workshop) {
		return workshop::examine;
	}

	@Bean
	Reception reception(Spool spool, ObjectProvider<Clamd> scanner, Examiner examiner,
			ObjectProvider<HeifConvert> converter, Counts counts) {
		return new Reception(spool, Optional.ofNullable(scanner.getIfAvailable()), examiner,
				Optional.ofNullable(converter.getIfAvailable()), counts);
	}

	@Bean
	@ConditionalOnProperty("resim.identity.clamd")
	Clamd clamd(@Value("${resim.identity.clamd}") String address, Counterparts counterparts) {
		return new Clamd(address, SCAN_LIMIT, counterparts.of("malware-scanner"));
	}

	@Bean
	@Nullable HeifConvert heifConvert(@Value("${resim.identity.heif-convert:}") String program,
			@Value("${resim.identity.workers:2}") int places) {
		return HeifConvert.find(program, places, LIMIT).orElse(null);
	}

	@Bean
	RecurringTask<Void> forgetDuePictures(Forgetting forgetting) {
		return Tasks.recurring("identity.forget-pictures", FixedDelay.ofHours(1)).execute((task, context) -> {
			int forgotten = forgetting.run().pictures();
			if (forgotten > 0) {
				log.info("Deleted {} pictures whose time was over", forgotten);
			}
		});
	}

}
