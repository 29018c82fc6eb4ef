package app.resim.help;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Forgets where people were to be called.
 */
@Configuration
class HelpHousekeeping {

	@Bean
	RecurringTask<Void> forgetCallBacks(CallBacks callBacks) {
		return Tasks.recurring("help.forget-call-backs", FixedDelay.of(Duration.ofHours(1)))
			.execute((instance, context) -> callBacks.tidy());
	}

}
