package app.resim.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Orders to erase and what becomes of them, on every database.
 */
abstract class ErasureContract {

	private static final SubscriberId SAM = new SubscriberId("c-1");

	private static final Actor HUGO = Actor.staff("hugo");

	private final MovingClock clock = new MovingClock();

	private final List<AuditedEvent> audited = new ArrayList<>();

	private final Set<SubscriberId> held = new HashSet<>();

	private final Shoebox letters = new Shoebox();

	private final Shoebox photos = new Shoebox();

	private Privacy privacy;

	private JdbcClient rows;

	abstract DataSource database();

	@BeforeEach
	void open() {
		DataSource database = database();
		this.rows = JdbcClient.create(database);
		Map<String, Set<SubscriberId>> linked = Map.of("ada", Set.of(SAM));
		this.privacy = new Privacy(List.of(this.letters, this.photos), subjects -> List.of(), this.held::contains,
				name -> linked.getOrDefault(name, Set.of()), new ErasureOrders(this.rows, RandomGenerator.getDefault()),
				new DataSourceTransactionManager(database), event -> this.audited.add((AuditedEvent) event),
				this.clock);
		this.letters.kept.add(SAM);
		this.photos.kept.add(SAM);
	}

	@Test
	void everyPartIsErasedAndSaidOnce() {
		assertThat(this.privacy.erase(SAM, HUGO)).isEqualTo(ErasureAnswer.ERASED);

		assertThat(this.letters.kept).isEmpty();
		assertThat(this.photos.kept).isEmpty();
		assertThat(deeds()).containsExactly("privacy.erasure-ordered", "privacy.erased");
		assertThat(this.audited).extracting(AuditedEvent::actor).containsOnly(HUGO);
		assertThat(this.privacy.unfinished()).isEmpty();
	}

	@Test
	void aPartThatFailsStopsNoOtherAndIsTriedAgain() {
		this.letters.jammed = true;

		assertThat(this.privacy.erase(SAM, HUGO)).isEqualTo(ErasureAnswer.GOES_ON);
		assertThat(this.photos.kept).isEmpty();
		assertThat(this.letters.kept).containsExactly(SAM);
		assertThat(this.privacy.unfinished()).extracting(ErasureOrder::customer).containsExactly(SAM);

		this.privacy.finish();
		assertThat(this.privacy.unfinished()).hasSize(1);
		this.letters.jammed = false;
		this.clock.move(Duration.ofMinutes(5));
		this.privacy.finish();

		assertThat(this.letters.kept).isEmpty();
		assertThat(this.letters.ordered).as("what came after the order stays").isEqualTo(MovingClock.START);
		assertThat(this.privacy.unfinished()).isEmpty();
		assertThat(deeds()).containsExactly("privacy.erasure-ordered", "privacy.erased");
		this.privacy.finish();
		assertThat(deeds()).hasSize(2);
	}

	@Test
	void aStopInTheMiddleIsFinishedByRunningItAgain() {
		this.letters.killed = true;
		try {
			this.privacy.erase(SAM, HUGO);
		}
		catch (Killed ex) {
			assertThat(this.privacy.unfinished()).hasSize(1);
		}
		this.letters.killed = false;

		assertThat(this.privacy.erase(SAM, HUGO)).isEqualTo(ErasureAnswer.ERASED);
		assertThat(this.letters.kept).isEmpty();
		assertThat(this.photos.kept).isEmpty();
		assertThat(this.rows.sql("SELECT COUNT(*) FROM erasure").query(Integer.class).single()).isOne();
	}

	@Test
	void againItErasesAgainAndChangesNothing() {
		this.privacy.erase(SAM, HUGO);
		assertThat(this.privacy.erase(SAM, HUGO)).isIn(ErasureAnswer.ERASED, ErasureAnswer.NOTHING_KEPT);
		assertThat(this.privacy.unfinished()).isEmpty();
	}

	@Test
	void aHoldRefusesAndSaysSo() {
		this.held.add(SAM);

		assertThat(this.privacy.erase(SAM, HUGO)).isEqualTo(ErasureAnswer.HELD);
		assertThat(this.letters.kept).containsExactly(SAM);
		assertThat(deeds()).containsExactly("privacy.erasure-refused");
	}

	@Test
	void aHoldThatComesWhileItGoesOnStopsIt() {
		this.letters.jammed = true;
		this.privacy.erase(SAM, HUGO);
		this.held.add(SAM);
		this.letters.jammed = false;

		this.privacy.finish();
		assertThat(this.letters.kept).containsExactly(SAM);
		this.held.clear();
		this.privacy.finish();
		assertThat(this.letters.kept).isEmpty();
	}

	@Test
	void whatIsUnderwayRefuses() {
		this.letters.underway = true;

		assertThat(this.privacy.erase(SAM, HUGO)).isEqualTo(ErasureAnswer.OPEN_REQUEST);
		assertThat(this.photos.kept).containsExactly(SAM);
	}

	@Test
	void somebodyUnknownLeavesNothing() {
		var nobody = new SubscriberId("c-9");

		assertThat(this.privacy.erase(nobody, HUGO)).isEqualTo(ErasureAnswer.NOTHING_KEPT);
		assertThat(this.privacy.export(nobody, HUGO)).isEqualTo(new ExportAnswer.NothingKept());
		assertThat(deeds()).isEmpty();
	}

	@Test
	void nobodyOfTheStaffDoesItToAnAccountCloseToThem() {
		assertThat(this.privacy.erase(SAM, Actor.staff("ada"))).isEqualTo(ErasureAnswer.OWN_ACCOUNT);
		assertThat(this.privacy.export(SAM, Actor.staff("ada"))).isEqualTo(new ExportAnswer.OwnAccount());
		assertThat(this.letters.kept).containsExactly(SAM);
	}

	private List<String> deeds() {
		return this.audited.stream().map(AuditedEvent::deed).toList();
	}

	/** A part of the product that keeps something. */
	private static final class Shoebox implements PersonalData {

		private final Set<SubscriberId> kept = new HashSet<>();

		private boolean jammed;

		private boolean killed;

		private boolean underway;

		private Instant ordered = Instant.EPOCH;

		@Override
		public String section() {
			return "shoebox";
		}

		@Override
		public Part export(SubscriberId customer, Actor by) {
			return this.kept.contains(customer) ? new Part(List.of(new Particulars().say("letter", "Dear")), List.of())
					: Part.NOTHING;
		}

		@Override
		public Set<String> subjects(SubscriberId customer) {
			return this.kept.contains(customer) ? Set.of("L-1") : Set.of();
		}

		@Override
		public boolean isUnderway(SubscriberId customer) {
			return this.underway;
		}

		@Override
		public void erase(SubscriberId customer, Actor by, Instant at) {
			if (this.killed) {
				throw new Killed();
			}
			if (this.jammed) {
				throw new IllegalStateException("The lid is jammed");
			}
			this.ordered = at;
			this.kept.remove(customer);
		}

	}

	/** As if the process ended. */
	private static final class Killed extends Error {

		private static final long serialVersionUID = 1L;

	}

}
