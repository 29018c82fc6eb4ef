package app.resim.visit;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What is done about appointments by the clock.
 */
@Configuration
class VisitJobs {

	@Bean
	RecurringTask<Void> remindOfVisits(Appointments appointments) {
		return Tasks.recurring("visit.remind", FixedDelay.of(Duration.ofMinutes(5)))
			.execute((instance, context) -> appointments.remind());
	}

	@Bean
	RecurringTask<Void> forgetVisits(Appointments appointments) {
		return Tasks.recurring("visit.forget", FixedDelay.of(Duration.ofHours(6)))
			.execute((instance, context) -> appointments.forget());
	}

}
