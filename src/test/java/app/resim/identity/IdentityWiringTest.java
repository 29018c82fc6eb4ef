package app.resim.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.kernel.Actor;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.LegalHolds;
import app.resim.keys.FreshSeal;
import app.resim.keys.Seal;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.context.event.EventListener;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The module as Spring puts it together.
 */
class IdentityWiringTest {

	private final MovingClock clock = new MovingClock();

	@Test
	void aPictureLivesFromItsUploadToItsDate() throws IOException {
		try (var context = identity()) {
			var documents = context.getBean(Documents.class);
			Actor owner = Actor.system("test");

			assertThat(documents.accept("request-1", "s-1", Subject.of(DocumentKind.HKID, Side.FRONT),
					new ByteArrayInputStream(SpecimenPictures.idCard()), owner))
				.isInstanceOf(Acceptance.Accepted.class);
			documents.releaseAfter("request-1", this.clock.instant());
			runScheduledDeletion(context);

			assertThat(documents.in("request-1")).isEmpty();
			assertThat(context.getBean(Trail.class).deeds).containsExactly("document.stored true",
					"document.removed true", "documents.due-forgotten true");
		}
	}

	@SuppressWarnings("unchecked")
	private static void runScheduledDeletion(AnnotationConfigApplicationContext context) {
		RecurringTask<Void> task = context.getBean(RecurringTask.class);
		assertThat(task.getName()).isEqualTo("identity.forget-pictures");
		task.executeRecurringly(new TaskInstance<>("identity.forget-pictures", RecurringTask.INSTANCE), null);
	}

	private AnnotationConfigApplicationContext identity() {
		DataSource database = FreshDatabase.h2();
		var context = new AnnotationConfigApplicationContext();
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("resim.data", "target/whole")));
		// settings are text
		context.getBeanFactory().setConversionService(new DefaultFormattingConversionService());
		context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
		context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
		context.registerBean(Seal.class, FreshSeal::make);
		context.registerBean(Clock.class, () -> this.clock);
		context.registerBean(RandomGenerator.class, RandomGenerator::getDefault);
		context.registerBean(LegalHolds.class, () -> customer -> false);
		context.registerBean(Trail.class);
		context.scan("app.resim.identity");
		context.refresh();
		return context;
	}

	/** Listens as the audit trail does. */
	static class Trail {

		private final List<String> deeds = new ArrayList<>();

		@EventListener
		void record(AuditedEvent event) {
			this.deeds.add(event.deed() + " " + TransactionSynchronizationManager.isActualTransactionActive());
		}

	}

}
