package app.resim.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.keys.FreshSeal;
import app.resim.keys.Seal;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An audit trail over a database, without the rest of Resim.
 */
final class Trail implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final DataSource database;

	private final Seal seal = FreshSeal.make();

	Trail(DataSource database) {
		this.database = database;
		var transactions = new DataSourceTransactionManager(database);
		this.context.registerBean(DataSourceTransactionManager.class, () -> transactions);
		this.context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
		this.context.registerBean(Chain.class, () -> new Chain(JdbcClient.create(database), this.seal));
		this.context.registerBean(AuditTrail.class,
				() -> new AuditTrail(JdbcClient.create(database), this.context.getBean(Chain.class)));
		this.context.register(Transactions.class);
		this.context.refresh();
	}

	Seal seal() {
		return this.seal;
	}

	/** One transaction for all of them. */
	void write(String... subjects) {
		this.context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
			for (String subject : subjects) {
				this.context.publishEvent(new Noted(subject));
			}
		});
	}

	/** One transaction, whose session writes something when it is flushed. */
	void writeWith(Runnable heldBack, String subject) {
		this.context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

				@Override
				public void flush() {
					heldBack.run();
				}

			});
			this.context.publishEvent(new Noted(subject));
		});
	}

	void begin() {
		this.context.getBean(Chain.class).begin();
	}

	List<Finding> findings() {
		return check(Optional.empty()).findings();
	}

	ChainCheck.Result check(Optional<Link> anchor) {
		return ChainCheck.check(new JdbcTemplate(this.database), this.seal, anchor);
	}

	long idOf(String subject) {
		return this.context.getBean(AuditTrail.class).about(subject).getFirst().id();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@EnableTransactionManagement(proxyTargetClass = true)
	static class Transactions {

	}

	private record Noted(String subject) implements AuditedEvent {

		@Override
		public Instant at() {
			return Instant.parse("2026-08-04T04:00:00.123456789Z");
		}

		@Override
		public Actor actor() {
			return Actor.RESIM;
		}

		@Override
		public String deed() {
			return "line.noted";
		}

		@Override
		public String details() {
			return "Ключ 號碼";
		}

	}

}
