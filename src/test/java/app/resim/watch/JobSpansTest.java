package app.resim.watch;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.CannotAcquireLockException;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What is seen of a job that runs.
 */
class JobSpansTest {

	private static final String REQUEST = UUID.randomUUID().toString();

	private final TestObservationRegistry traces = TestObservationRegistry.create();

	@Test
	void aRunIsShownByItsNameAndNotByWhatItRunsFor() {
		var done = new CompletionHandler.OnCompleteRemove<Void>();
		CompletionHandler<?> next = run((job, context) -> {
			Observation.createNotStarted("resim.counterpart.calls", this.traces).observe(() -> {
			});
			return done;
		});

		assertThat(next).isSameAs(done);
		assertThat(this.traces).hasObservationWithNameEqualTo("resim.jobs")
			.that()
			.hasContextualNameEqualTo("job fulfil-request")
			.hasOnlyKeys("job")
			.hasLowCardinalityKeyValue("job", "fulfil-request")
			.hasBeenStopped();
		assertThat(this.traces).hasObservationWithNameEqualTo("resim.counterpart.calls")
			.that()
			.hasParentObservationContextMatching(parent -> "resim.jobs".equals(parent.getName()));
		assertThat(this.traces).doesNotHaveAnyRemainingCurrentObservation();
	}

	@Test
	void aRunThatFailsIsShownAsFailedAndFailsAllTheSame() {
		assertThatExceptionOfType(CannotAcquireLockException.class).isThrownBy(() -> run((job, context) -> {
			throw new CannotAcquireLockException("waited");
		}));

		assertThat(this.traces).hasObservationWithNameEqualTo("resim.jobs")
			.that()
			.assertThatError()
			.isInstanceOf(CannotAcquireLockException.class);
	}

	@Test
	void theApplicationsSchedulerRunsItsJobsThroughIt() {
		var sweep = Tasks.recurring("sweep", FixedDelay.ofHours(1)).execute((job, context) -> {
		});
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(DbSchedulerAutoConfiguration.class))
			.withBean(DataSource.class, FreshDatabase::h2)
			.withBean(ObservationRegistry.class, () -> this.traces)
			.withBean(JobSpans.class)
			.withBean(RecurringTask.class, () -> sweep)
			.run(resim -> await()
				.untilAsserted(() -> assertThat(this.traces).hasObservationWithNameEqualTo("resim.jobs")
					.that()
					.hasLowCardinalityKeyValue("job", "sweep")));
	}

	@SuppressWarnings("NullAway") // the context is the library's own, and not looked at
	private CompletionHandler<?> run(ExecutionHandler<Void> job) {
		return new JobSpans(this.traces).execute(new TaskInstance<Void>("fulfil-request", REQUEST), null,
				new ExecutionChain(List.of(), job));
	}

}
