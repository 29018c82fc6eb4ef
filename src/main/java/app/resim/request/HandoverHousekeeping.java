package app.resim.request;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Forgets handovers whose time is over.
 */
@Configuration
class HandoverHousekeeping {

	@Bean
	RecurringTask<Void> forgetHandovers(Handovers handovers) {
		return Tasks.recurring("request.forget-handovers", FixedDelay.of(Duration.ofMinutes(15)))
			.execute((instance, context) -> handovers.purge());
	}

}
