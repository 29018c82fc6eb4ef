package app.resim.identity;

import java.time.Duration;

import app.resim.identity.cleaning.Cleaner;
import app.resim.identity.cleaning.Workshop;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The workshop's size, and the clock by which pictures are forgotten.
 */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

	private static final Logger log = LoggerFactory.getLogger(IdentityConfiguration.class);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final Duration LIMIT = Duration.ofSeconds(10);

	/**
	 * Two at a time by default: each may need some 300 MB for a moment.
	 */
	@Bean
	Workshop workshop(@Value("${resim.identity.places:2}") int places) {
		return new Workshop(new Cleaner()::clean, places, PATIENCE, LIMIT);
	}

	@Bean
	RecurringTask<Void> forgetDuePictures(Documents documents) {
		return Tasks.recurring("identity.forget-pictures", FixedDelay.ofHours(1)).execute((task, context) -> {
			int forgotten = documents.forgetDue();
			if (forgotten > 0) {
				log.info("Deleted {} pictures whose time was over", forgotten);
			}
		});
	}

}
