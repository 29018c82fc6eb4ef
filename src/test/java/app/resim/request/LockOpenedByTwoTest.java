package app.resim.request;

import java.time.Duration;
import java.util.List;

import app.resim.kernel.Actor;
import app.resim.protection.SimLocks;
import app.resim.request.LockOpenings.Answer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A customer has lost the passkey that opens a locked line: two colleagues open it, and
 * the owner has time to keep it.
 */
class LockOpenedByTwoTest extends WithReviewers {

	private static final String WHY = "Card seen in the store.";

	/** As the demonstration's brand has it. */
	private static final Duration WAITING = Duration.ofHours(24);

	@Autowired
	LockOpenings openings;

	@Autowired
	SimLocks locks;

	@BeforeEach
	void samsLineIsLocked() {
		this.clock.move(Duration.ofMinutes(1));
		clear();
		this.locks.lock(LINE, SAM, now());
	}

	@AfterEach
	void clear() {
		this.database.sql("DELETE FROM lock_opening").update();
		this.database.sql("DELETE FROM sim_lock").update();
		this.database.sql("DELETE FROM staff_link WHERE subscriber = 'demo-1001'").update();
		this.database.sql("DELETE FROM staff WHERE name = 'lee'").update();
		this.database.sql("DELETE FROM staff_role WHERE name = 'lee'").update();
	}

	@Test
	void itOpensOnlyAfterTwoAgreedAndTheTimeIsOver() {
		assertThat(this.openings.lockedLines(SAM)).containsExactly(LINE);
		assertThat(this.openings.ask(SAM, LINE, "kay", WHY)).isEqualTo(Answer.DONE);
		assertThat(this.openings.ask(SAM, LINE, "hugo", WHY)).as("asked twice").isEqualTo(Answer.GONE);
		this.clock.move(WAITING.multipliedBy(2));
		this.sweep.run();
		assertThat(locked()).as("one alone opens nothing").isTrue();

		assertThat(this.openings.agree(LINE, "kay")).isEqualTo(Answer.SOMEBODY_ELSE);
		assertThat(this.openings.agree(LINE, "hugo")).isEqualTo(Answer.DONE);
		assertThat(this.openings.agree(LINE, "hugo")).as("agreed twice").isEqualTo(Answer.GONE);
		assertThat(this.openings.opensAt(SAM, LINE)).contains(now().plus(WAITING));
		this.clock.move(WAITING.minusSeconds(1));
		this.sweep.run();
		assertThat(locked()).isTrue();
		this.clock.move(Duration.ofSeconds(1));
		this.sweep.run();
		assertThat(locked()).isFalse();
		assertThat(this.openings.all()).isEmpty();
		assertThat(deeds()).startsWith("line.unlocked", "line.opening-agreed", "line.opening-asked");
	}

	@Test
	void theOwnerIsToldOnEveryWayAndKeepsItWithAnyFactor() {
		this.openings.ask(SAM, LINE, "hugo", WHY);
		this.openings.agree(LINE, "kay");
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.database.sql(
					"SELECT COUNT(*) FROM notice WHERE reference = 'demo-1001' AND kind LIKE 'LOCK-%' AND outcome = 'TAKEN'")
				.query(Integer.class)
				.single()).as("mail, lines and backup phone").isGreaterThanOrEqualTo(5));

		assertThat(this.openings.keep(SAM, LINE)).isTrue();
		assertThat(this.openings.keep(SAM, LINE)).isFalse();
		this.clock.move(WAITING.multipliedBy(2));
		this.sweep.run();
		assertThat(locked()).isTrue();
		assertThat(deeds()).startsWith("line.opening-refused");
	}

	@Test
	void aLockThatWasSetAnewStays() {
		this.openings.ask(SAM, LINE, "hugo", WHY);
		this.openings.agree(LINE, "kay");
		this.clock.move(Duration.ofMinutes(1));
		this.locks.open(LINE, SAM);
		this.locks.lock(LINE, SAM, now());
		assertThat(this.openings.opensAt(SAM, LINE)).isEmpty();

		this.clock.move(WAITING);
		this.sweep.run();
		assertThat(locked()).isTrue();
		assertThat(this.openings.all()).isEmpty();
	}

	@Test
	void oneOfTheTwoIsSenior() {
		this.database.sql("INSERT INTO staff (name, display_name, password) VALUES ('lee', 'Lee (demo)', '{noop}x')")
			.update();
		this.database.sql("INSERT INTO staff_role (name, role_name) VALUES ('lee', 'REVIEWER')").update();
		this.openings.ask(SAM, LINE, "kay", WHY);
		assertThat(this.openings.agree(LINE, "lee")).isEqualTo(Answer.NEEDS_SENIOR);
		assertThat(this.openings.agree(LINE, "hugo")).isEqualTo(Answer.DONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fay", "cleo", "ada", "nobody" })
	void othersNeitherAskNorAgree(String staff) {
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.openings.ask(SAM, LINE, staff, WHY));
		this.openings.ask(SAM, LINE, "kay", WHY);
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.openings.agree(LINE, staff));
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.openings.drop(LINE, staff));
	}

	@Test
	void nobodyOpensALineOfTheirOwnOrWithoutAReasonOrOneThatIsNotLocked() {
		this.database.sql("INSERT INTO staff_link (name, subscriber) VALUES ('kay', 'demo-1001')").update();
		assertThat(this.openings.ask(SAM, LINE, "kay", WHY)).isEqualTo(Answer.OWN_ACCOUNT);
		assertThatIllegalArgumentException().isThrownBy(() -> this.openings.ask(SAM, LINE, "hugo", " "));
		this.openings.ask(SAM, LINE, "hugo", WHY);
		assertThat(this.openings.agree(LINE, "kay")).isEqualTo(Answer.OWN_ACCOUNT);
		assertThat(this.openings.drop(LINE, "kay")).isEqualTo(Answer.DONE);
		this.locks.open(LINE, SAM);
		assertThat(this.openings.ask(SAM, LINE, "hugo", WHY)).isEqualTo(Answer.GONE);
	}

	@Test
	void whatIsKeptAboutItGoesWithTheCustomersOtherData() {
		this.openings.ask(SAM, LINE, "hugo", WHY);
		assertThat(this.openings.export(SAM, Actor.RESIM).entries()).hasSize(1);
		this.openings.erase(SAM, Actor.RESIM, now());
		assertThat(this.openings.all()).isEmpty();
	}

	private boolean locked() {
		return this.locks.since(LINE, SAM).isPresent();
	}

	private List<String> deeds() {
		return this.database.sql(
				"SELECT deed FROM audit_entry WHERE subject = 'demo-1001' AND deed LIKE 'line.%' ORDER BY id DESC LIMIT 3")
			.query(String.class)
			.list();
	}

}
