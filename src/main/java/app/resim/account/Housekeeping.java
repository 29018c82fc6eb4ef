package app.resim.account;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Forgets what sign-in needs no more.
 */
@Configuration
class Housekeeping {

	@Bean
	RecurringTask<Void> forgetOldSignIns(Challenges challenges, SlowDown slowDown, Sessions sessions, Origins origins,
			TransactionOperations transaction) {
		return Tasks.recurring("account.forget-old-sign-ins", FixedDelay.of(Duration.ofHours(1)))
			.execute((instance, context) -> transaction.executeWithoutResult(status -> {
				challenges.purge();
				slowDown.purge();
				sessions.purge();
				origins.purge();
			}));
	}

}
