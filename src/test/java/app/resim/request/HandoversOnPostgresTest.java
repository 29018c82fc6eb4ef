package app.resim.request;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.nodes.FreshNews;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("postgres")
class HandoversOnPostgresTest extends HandoversContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

	@Test
	void theFirstScreensNodeHearsWhatThePhonesNodeDoes() throws Exception {
		DataSource postgres = shared();
		try (var here = new FreshNews.Node(postgres); var there = new FreshNews.Node(postgres)) {
			Handovers first = node(here.news());
			List<HandoverId> heard = new CopyOnWriteArrayList<>();
			var missed = new AtomicInteger();
			first.listen(heard::add, missed::incrementAndGet);

			Two two = twoOn(first, node(there.news()));
			await().until(() -> heard.size() == 1);
			two.confirmed();
			await().until(() -> heard.size() == 2);
			two.sends();
			await().until(() -> heard.size() == 3);

			assertThat(heard).containsOnly(two.screen().id());
			assertThat(missed).hasValue(0);
		}
	}

}
