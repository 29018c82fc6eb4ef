package app.resim.identity.bucket;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.counterpart.Counterparts;
import app.resim.counterpart.SomeCounterparts;
import app.resim.identity.port.Vault;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Where pictures are kept, as Spring puts it together.
 */
class BucketBySettingTest {

	private final S3Server server = S3Server.shared();

	private final MovingClock clock = new MovingClock();

	private final Counterparts counterparts = SomeCounterparts.fresh();

	@Test
	void withoutASettingPicturesAreKeptInTheDatabase() {
		try (var context = context(List.of())) {
			assertThat(context.getBean(Vault.class)).isNotInstanceOf(BucketVault.class);
			assertThat(this.counterparts.all()).isEmpty();
		}
	}

	@Test
	@SuppressWarnings("unchecked")
	void withTheSettingTheyAreKeptInTheBucketAndLeaveItBySchedule() {
		String bucket = this.server.freshBucket();
		try (var context = context(this.server.settings(bucket))) {
			context.getBean(Vault.class).take(UUID.randomUUID(), new byte[1]);
			assertThat(this.server.names(bucket)).hasSize(1);
			assertThat(this.counterparts.of("document-store").answers()).isTrue();

			this.clock.move(Leftovers.GRACE);
			RecurringTask<Void> task = context.getBean(RecurringTask.class);
			task.executeRecurringly(new TaskInstance<>(task.getName(), RecurringTask.INSTANCE), null);
			assertThat(this.server.names(bucket)).isEmpty();
		}
	}

	@Test
	void aBucketThatIsNotThereIsNotedByThoseWhoNeedIt() {
		try (var context = context(this.server.settings("never-made"))) {
			for (int picture = 0; picture < 5; picture++) {
				assertThatExceptionOfType(Vault.Unreachable.class)
					.isThrownBy(() -> context.getBean(Vault.class).take(UUID.randomUUID(), new byte[1]));
			}
			assertThat(this.counterparts.of("document-store").answers()).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "bucket", "region", "secret-key" })
	void halfASettingStopsTheStartAndIsNamed(String missing) {
		List<String> settings = this.server.settings("some-bucket")
			.stream()
			.filter(setting -> !setting.startsWith("resim.identity.s3." + missing))
			.toList();
		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(() -> context(settings))
			.havingRootCause()
			.withMessageContaining("resim.identity.s3." + missing);
	}

	@Test
	void theSecretIsInNoText() {
		assertThat(this.server.access("some-bucket", "hush")).asString().doesNotContain("hush");
	}

	private AnnotationConfigApplicationContext context(List<String> settings) {
		var context = new AnnotationConfigApplicationContext();
		TestPropertyValues.of(settings).applyTo(context);
		context.registerBean(JdbcClient.class, () -> JdbcClient.create(FreshDatabase.h2()));
		context.registerBean(Clock.class, () -> this.clock);
		context.registerBean(Counterparts.class, () -> this.counterparts);
		context.scan("app.resim.identity.bucket", "app.resim.identity.database");
		context.refresh();
		return context;
	}

}
