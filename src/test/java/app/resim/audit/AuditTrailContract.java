package app.resim.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;
import app.resim.keys.FreshSeal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What the audit trail promises on every database.
 */
abstract class AuditTrailContract {

	private static final Instant NOON = Instant.parse("2026-08-04T04:00:00Z");

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	abstract DataSource database();

	@BeforeEach
	void start() {
		DataSource database = database();
		this.context.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
		this.context.registerBean(TransactionTemplate.class,
				() -> new TransactionTemplate(this.context.getBean(DataSourceTransactionManager.class)));
		this.context.registerBean(AuditTrail.class, () -> new AuditTrail(JdbcClient.create(database),
				new Chain(JdbcClient.create(database), FreshSeal.make())));
		this.context.register(Transactions.class);
		this.context.refresh();
	}

	@AfterEach
	void stop() {
		this.context.close();
	}

	@Test
	void anEventLeavesARowWithAllThatItSays() {
		inTransaction(() -> this.context.publishEvent(new Viewed("doc-1", "front side")));

		AuditEntry entry = trail().about("doc-1").getFirst();

		assertThat(entry.at()).isEqualTo(NOON);
		assertThat(entry.actor()).isEqualTo(Actor.customer(new SubscriberId("c-1")));
		assertThat(entry.deed()).isEqualTo("document.viewed");
		assertThat(entry.details()).isEqualTo("front side");
	}

	@Test
	void aChangeThatIsRolledBackTakesItsRowWithIt() {
		this.context.getBean(TransactionTemplate.class).executeWithoutResult(change -> {
			this.context.publishEvent(new Viewed("doc-1", ""));
			change.setRollbackOnly();
		});

		assertThat(trail().about("doc-1")).isEmpty();
	}

	@Test
	void anEventOutsideATransactionFailsLoudly() {
		assertThatExceptionOfType(IllegalTransactionStateException.class)
			.isThrownBy(() -> this.context.publishEvent(new Viewed("doc-1", "")));

		assertThat(trail().about("doc-1")).isEmpty();
	}

	@Test
	void rowsOfSeveralSubjectsComeInTheOrderWritten() {
		publish("doc-1", "doc-2", "doc-3", "doc-1");

		assertThat(trail().about(Set.of("doc-1", "doc-3"))).extracting(AuditEntry::details)
			.containsExactly("0", "2", "3");
		assertThat(trail().about(Set.of())).isEmpty();
	}

	@Test
	void rowsOfASubjectComeInTheOrderWritten() {
		publish("doc-1", "doc-2", "doc-1");

		assertThat(trail().about("doc-1")).extracting(AuditEntry::details).containsExactly("0", "2");
	}

	@Test
	void pagesGoBackInTimeWithoutGapsOrRepeats() {
		publish("a", "b", "c", "d", "e");

		List<AuditEntry> first = trail().latest(Optional.empty(), 2);
		List<AuditEntry> second = trail().latest(Optional.of(first.getLast().id()), 2);
		List<AuditEntry> third = trail().latest(Optional.of(second.getLast().id()), 2);

		assertThat(first).extracting(AuditEntry::subject).containsExactly("e", "d");
		assertThat(second).extracting(AuditEntry::subject).containsExactly("c", "b");
		assertThat(third).extracting(AuditEntry::subject).containsExactly("a");
	}

	@Test
	void overlongDetailsAreCutInsteadOfStoppingTheChange() {
		inTransaction(() -> this.context.publishEvent(new Viewed("doc-1", "x".repeat(5000))));

		assertThat(trail().about("doc-1").getFirst().details()).hasSize(1000);
	}

	private void publish(String... subjects) {
		for (int i = 0; i < subjects.length; i++) {
			var event = new Viewed(subjects[i], "" + i);
			inTransaction(() -> this.context.publishEvent(event));
		}
	}

	private void inTransaction(Runnable change) {
		this.context.getBean(TransactionTemplate.class).executeWithoutResult(status -> change.run());
	}

	private AuditTrail trail() {
		return this.context.getBean(AuditTrail.class);
	}

	@EnableTransactionManagement(proxyTargetClass = true)
	static class Transactions {

	}

	record Viewed(String subject, String details) implements AuditedEvent {

		@Override
		public Instant at() {
			return NOON;
		}

		@Override
		public Actor actor() {
			return Actor.customer(new SubscriberId("c-1"));
		}

		@Override
		public String deed() {
			return "document.viewed";
		}

	}

}
