package app.resim.help;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.help.CallBack.Outcome;
import app.resim.keys.FreshSeal;
import app.resim.keys.Seal;
import app.resim.kernel.BrandId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Call-backs on every database.
 */
abstract class CallBacksContract {

	private static final Instant NOW = MovingClock.START;

	private static final CallContact SAM = new CallContact("+85255500142", true);

	private static final CallContact ANNA = new CallContact("anna@example.com", false);

	private final Seal seal = FreshSeal.make();

	private JdbcClient database;

	private CallBackTable table;

	abstract DataSource database();

	@BeforeEach
	void open() {
		this.database = JdbcClient.create(database());
		this.table = new CallBackTable(this.database, this.seal);
	}

	private UUID wish(CallContact contact, int hours) {
		UUID id = UUID.randomUUID();
		var window = new CallWindow(NOW.plus(Duration.ofHours(hours)), NOW.plus(Duration.ofHours(hours + 3)));
		this.table.add(new CallBack(id, new BrandId("tidewire"), contact.phone(), CallTopic.LOST,
				Locale.forLanguageTag("zh-Hant"), window, NOW, 0, Optional.empty(), Optional.empty()), contact);
		return id;
	}

	@Test
	void whatWasAskedForIsKeptButForWhere() {
		UUID id = wish(SAM, 1);

		CallBack kept = this.table.find(id).orElseThrow();
		assertThat(kept.topic()).isEqualTo(CallTopic.LOST);
		assertThat(kept.language().toLanguageTag()).isEqualTo("zh-Hant");
		assertThat(kept.window().from()).isEqualTo(NOW.plus(Duration.ofHours(1)));
		assertThat(kept.toString()).doesNotContain("5550");
		assertThat(new String(this.database.sql("SELECT contact FROM call_back").query(byte[].class).single()))
			.doesNotContain("5550");
	}

	@Test
	void onlyWhoHasTakenItOnLearnsWhere() {
		UUID id = wish(SAM, 1);
		assertThat(this.table.contact(id, "kay")).isEmpty();

		assertThat(this.table.claim(id, "kay", NOW)).isTrue();
		assertThat(this.table.contact(id, "kay")).contains("+85255500142");
		assertThat(this.table.contact(id, "hugo")).isEmpty();
	}

	@Test
	void ofManyColleaguesAtTheSameMomentOneTakesItOn() throws InterruptedException, ExecutionException {
		UUID id = wish(SAM, 1);
		List<Callable<Boolean>> tries = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			String name = "colleague-" + i;
			tries.add(() -> this.table.claim(id, name, NOW));
		}
		int taken = 0;
		try (var threads = Executors.newFixedThreadPool(8)) {
			for (Future<Boolean> each : threads.invokeAll(tries)) {
				taken += each.get() ? 1 : 0;
			}
		}
		assertThat(taken).isEqualTo(1);
	}

	@Test
	void aClaimThatNobodyWorksOnIsFreeAfterTwoHours() {
		UUID id = wish(SAM, 1);
		this.table.claim(id, "kay", NOW);

		assertThat(this.table.claim(id, "hugo", NOW.plus(CallBackTable.CLAIM))).isFalse();
		assertThat(this.table.claim(id, "hugo", NOW.plus(CallBackTable.CLAIM).plusSeconds(1))).isTrue();
		assertThat(this.table.finish(id, "kay", NOW)).isFalse();
	}

	@Test
	void whenItHasEndedNobodyKnowsWhere() {
		UUID id = wish(SAM, 1);
		this.table.claim(id, "kay", NOW);

		assertThat(this.table.finish(id, "kay", NOW)).isTrue();
		assertThat(this.table.contact(id, "kay")).isEmpty();
		assertThat(this.table.find(id).orElseThrow().end()).contains(new CallBack.End(NOW, Outcome.DONE));
		assertThat(this.database.sql("SELECT contact FROM call_back").query(byte[].class).single()).isEmpty();
		assertThat(this.table.claim(id, "hugo", NOW)).isFalse();
	}

	@Test
	void aTryIsCountedAndFreesIt() {
		UUID id = wish(SAM, 1);
		this.table.claim(id, "kay", NOW);

		assertThat(this.table.tried(id, "hugo")).isFalse();
		assertThat(this.table.tried(id, "kay")).isTrue();
		assertThat(this.table.find(id).orElseThrow().tries()).isEqualTo(1);
		assertThat(this.table.find(id).orElseThrow().claim()).isEmpty();
	}

	@Test
	void whoAsksAgainIsFoundByTheSamePlace() {
		UUID first = wish(SAM, 1);
		wish(ANNA, 1);
		UUID claimed = wish(SAM, 2);
		this.table.claim(claimed, "kay", NOW);

		assertThat(this.table.waitingFor(SAM)).containsExactly(first);
	}

	@Test
	void theMostPressingComesFirstAndWhatHasEndedLast() {
		UUID ended = wish(SAM, 0);
		UUID later = wish(ANNA, 9);
		UUID sooner = wish(SAM, 3);
		this.table.end(ended, Outcome.LAPSED, NOW);

		assertThat(this.table.all()).extracting(CallBack::id).containsExactly(sooner, later, ended);
	}

	@Test
	void whatNobodyTookOnIsFoundAndWhatEndedLongAgoGoes() {
		UUID old = wish(SAM, 0);
		wish(ANNA, 48);
		Instant then = NOW.plus(Duration.ofHours(24));

		assertThat(this.table.lapsed(then)).containsExactly(old);
		this.table.end(old, Outcome.LAPSED, then);
		this.table.purge(then);
		assertThat(this.table.all()).hasSize(2);
		this.table.purge(then.plusSeconds(1));
		assertThat(this.table.all()).hasSize(1);
	}

}
