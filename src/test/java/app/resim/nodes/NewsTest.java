package app.resim.nodes;

import java.util.ArrayList;
import java.util.List;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * News where there is one node.
 */
class NewsTest {

	private final News news = new News(new Wire.None());

	private final TransactionTemplate transaction = new TransactionTemplate(
			new DataSourceTransactionManager(FreshDatabase.h2()));

	private final List<String> heard = new ArrayList<>();

	@Test
	void areHeardAfterTheCommitAndNotBefore() {
		listen();
		this.transaction.executeWithoutResult(status -> {
			this.news.tell("moved", "one");
			assertThat(this.heard).isEmpty();
		});
		assertThat(this.heard).containsExactly("one");
	}

	@Test
	void areHeardByThoseWhoAskForThem() {
		listen();
		this.transaction.executeWithoutResult(status -> this.news.tell("hands", "one"));
		assertThat(this.heard).isEmpty();
	}

	@Test
	void whoeverFailsKeepsNobodyFromHearing() {
		this.news.hear("moved", about -> {
			throw new IllegalStateException("broken page");
		}, () -> {
		});
		listen();
		this.transaction.executeWithoutResult(status -> this.news.tell("moved", "one"));
		assertThat(this.heard).containsExactly("one");
	}

	@Test
	void areNotToldOutsideOfATransaction() {
		assertThatThrownBy(() -> this.news.tell("moved", "one")).isInstanceOf(IllegalStateException.class);
	}

	private void listen() {
		this.news.hear("moved", this.heard::add, () -> {
		});
	}

}
