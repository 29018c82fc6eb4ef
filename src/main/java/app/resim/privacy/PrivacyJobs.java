package app.resim.privacy;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Carries on what a stop in the middle of an erasure has left.
 */
@Configuration(proxyBeanMethods = false)
class PrivacyJobs {

	@Bean
	RecurringTask<Void> finishErasures(Privacy privacy) {
		return Tasks.recurring("privacy.finish-erasures", FixedDelay.of(Duration.ofMinutes(5)))
			.execute((job, context) -> privacy.finish());
	}

}
