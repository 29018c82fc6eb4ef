package app.resim.nodes;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.awaitility.Awaitility.await;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one node commits is heard on the other.
 */
@Tag("postgres")
class NewsOnPostgresTest {

	private final DataSource database = FreshDatabase.postgres();

	private final JdbcClient rows = JdbcClient.create(this.database);

	private final TransactionTemplate transaction = new TransactionTemplate(
			new DataSourceTransactionManager(this.database));

	private final List<PostgresWire> wires = new CopyOnWriteArrayList<>();

	private final List<String> heardHere = new CopyOnWriteArrayList<>();

	private final List<String> heardThere = new CopyOnWriteArrayList<>();

	private final AtomicInteger missed = new AtomicInteger();

	private News here;

	@BeforeEach
	void twoNodes() {
		this.here = node(this.heardHere);
		node(this.heardThere);
		await().until(() -> listening() == 2);
	}

	private News node(List<String> heard) {
		var wire = new PostgresWire(this.database, new Random());
		this.wires.add(wire);
		var news = new News(wire);
		news.hear("moved", heard::add, this.missed::incrementAndGet);
		return news;
	}

	@AfterEach
	void nobodyListensAnyMore() throws Exception {
		for (PostgresWire wire : this.wires) {
			wire.close();
		}
		await().until(() -> listening() == 0);
	}

	@Test
	void whatIsCommittedIsHeardOnceOnBothAndOnTheOwnAtOnce() {
		tell("moved", "one");
		assertThat(this.heardHere).containsExactly("one");
		tell("moved", "two");
		await().until(() -> this.heardThere.size() == 2);
		assertThat(this.heardThere).containsExactly("one", "two");
		assertThat(this.heardHere).containsExactly("one", "two");
	}

	@Test
	void whatIsNotCommittedIsHeardNowhere() {
		this.transaction.executeWithoutResult(status -> {
			this.here.tell("moved", "never");
			status.setRollbackOnly();
		});
		tell("hands", "of another topic");
		tell("moved", "then");
		await().until(() -> !this.heardThere.isEmpty());
		assertThat(this.heardThere).containsExactly("then");
		assertThat(this.heardHere).containsExactly("then");
	}

	@Test
	void aLineThatBreaksIsTakenUpAgainAndEverybodyLooksAnew() {
		this.rows.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN resim'")
			.query((row, index) -> index)
			.list();
		await().atMost(Duration.ofSeconds(20)).until(() -> this.missed.get() == 2);
		tell("moved", "again");
		await().untilAsserted(() -> assertThat(this.heardThere).containsExactly("again"));
	}

	private void tell(String topic, String about) {
		this.transaction.executeWithoutResult(status -> this.here.tell(topic, about));
	}

	private int listening() {
		return this.rows.sql("SELECT COUNT(*) FROM pg_stat_activity WHERE query = 'LISTEN resim'")
			.query(Integer.class)
			.single();
	}

}
