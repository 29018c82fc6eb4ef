package app.resim.privacy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;
import app.resim.privacy.Holds.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Placing and lifting legal holds, on every database.
 */
abstract class HoldsContract {

	private static final SubscriberId SAM = new SubscriberId("c-1");

	private static final SubscriberId ANNA = new SubscriberId("c-2");

	private final List<AuditedEvent> audited = new ArrayList<>();

	private final MovingClock clock = new MovingClock();

	private JdbcClient rows;

	private Holds holds;

	abstract DataSource database();

	@BeforeEach
	void open() {
		this.rows = JdbcClient.create(database());
		Map<String, Set<SubscriberId>> linked = Map.of("ada", Set.of(SAM));
		this.holds = new Holds(this.rows, name -> linked.getOrDefault(name, Set.of()),
				event -> this.audited.add((AuditedEvent) event), this.clock, RandomGenerator.getDefault());
	}

	@Test
	void aHoldLiesOnOneCustomerUntilItIsLifted() {
		assertThat(this.holds.place(SAM, " Court order 7 of 2026 ", "hugo")).isEqualTo(Answer.DONE);
		assertThat(this.holds.lieOn(SAM)).isTrue();
		assertThat(this.holds.lieOn(ANNA)).isFalse();
		assertThat(this.holds.lying())
			.containsExactly(new Hold(SAM, "Court order 7 of 2026", "hugo", MovingClock.START));

		assertThat(this.holds.lift(SAM, "hugo")).isEqualTo(Answer.DONE);
		assertThat(this.holds.lieOn(SAM)).isFalse();
		assertThat(this.holds.lying()).isEmpty();
	}

	@Test
	void aSecondOneChangesNothingAndAnotherMayFollowTheFirst() {
		this.holds.place(SAM, "First", "hugo");
		assertThat(this.holds.place(SAM, "Second", "kay")).isEqualTo(Answer.NO_CHANGE);
		assertThat(this.holds.on(SAM)).hasValueSatisfying(hold -> assertThat(hold.reason()).isEqualTo("First"));
		this.holds.lift(SAM, "hugo");
		assertThat(this.holds.lift(SAM, "hugo")).isEqualTo(Answer.NO_CHANGE);
		assertThat(this.holds.place(SAM, "Third", "kay")).isEqualTo(Answer.DONE);
		assertThat(this.rows.sql("SELECT COUNT(*) FROM legal_hold").query(Integer.class).single())
			.as("who placed and lifted earlier ones stays known")
			.isEqualTo(2);
	}

	@Test
	void placingAndLiftingLeaveRowsWithoutTheReason() {
		this.holds.place(SAM, "Dispute with a neighbour", "hugo");
		this.clock.move(Duration.ofDays(1));
		this.holds.lift(SAM, "kay");
		this.holds.lift(SAM, "kay");

		assertThat(this.audited).extracting(AuditedEvent::deed)
			.containsExactly("privacy.hold-placed", "privacy.hold-lifted");
		assertThat(this.audited).extracting(AuditedEvent::subject).containsOnly("c-1");
		assertThat(this.audited).extracting(AuditedEvent::actor)
			.containsExactly(Actor.staff("hugo"), Actor.staff("kay"));
		assertThat(this.audited).noneMatch(event -> event.details().contains("neighbour"));
	}

	@Test
	void nobodyHoldsOrFreesAnAccountCloseToThem() {
		assertThat(this.holds.place(SAM, "Mine", "ada")).isEqualTo(Answer.OWN_ACCOUNT);
		this.holds.place(SAM, "Court order", "hugo");
		assertThat(this.holds.lift(SAM, "ada")).isEqualTo(Answer.OWN_ACCOUNT);
		assertThat(this.holds.lieOn(SAM)).isTrue();
	}

	@Test
	void aHoldNeedsAReason() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.holds.place(SAM, " ", "hugo"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.holds.place(SAM, "x".repeat(Holds.LONGEST_REASON + 1), "hugo"));
	}

}
