package app.resim;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.beans.factory.SmartInitializingSingleton;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node that starts finds the jobs of one that was killed. They are begun once everybody
 * listens to what they publish, and not before.
 */
@Tag("database")
class JobsStartLastTest {

	@Test
	void onceEverythingElseIsThere() {
		new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withConfiguration(AutoConfigurations.of(DbSchedulerAutoConfiguration.class))
			.withUserConfiguration(Rest.class)
			.run(context -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(LastListener.class).startedBefore).isFalse();
				assertThat(context.getBean(Scheduler.class).getSchedulerState().isStarted()).isTrue();
			});
	}

	@Configuration
	static class Rest {

		@Bean
		DataSource database() {
			return FreshDatabase.h2();
		}

		@Bean
		LastListener lastListener(Scheduler scheduler) {
			return new LastListener(scheduler);
		}

	}

	/** Listeners begin to listen when all beans are made. */
	static class LastListener implements SmartInitializingSingleton {

		private final Scheduler scheduler;

		boolean startedBefore;

		LastListener(Scheduler scheduler) {
			this.scheduler = scheduler;
		}

		@Override
		public void afterSingletonsInstantiated() {
			this.startedBefore = this.scheduler.getSchedulerState().isStarted();
		}

	}

}
