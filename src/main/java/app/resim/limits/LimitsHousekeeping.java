package app.resim.limits;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Forgets what is full again.
 */
@Configuration
class LimitsHousekeeping {

	@Bean
	RecurringTask<Void> forgetFullBuckets(Limits limits) {
		return Tasks.recurring("limits.forget-full-buckets", FixedDelay.of(Duration.ofMinutes(15)))
			.execute((instance, context) -> limits.purge());
	}

}
