package app.resim.request;

import app.resim.catalogue.Reason;
import app.resim.provisioning.simulated.SimulatedProfile;
import app.resim.provisioning.simulated.SimulatedSmDp;
import app.resim.request.Pauses.Pause;
import app.resim.request.Reviews.Decision;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A fraud analyst stops a request, and somebody else lets it go on.
 */
class StoppedByTheFraudDeskTest extends WithReviewers {

	private static final String WHY = "The same portrait as yesterday.";

	@Autowired
	Pauses pauses;

	@Autowired
	Fulfilment fulfilment;

	@Autowired
	SimulatedSmDp smdp;

	@AfterEach
	void fayOnlyLooks() {
		this.database.sql("DELETE FROM staff_role WHERE name = 'kay' AND role_name = 'FRAUD'").update();
		this.database.sql("DELETE FROM staff_link WHERE name = 'fay'").update();
	}

	@Test
	void aReadyCodeIsNotShownAnyMoreAndCancelled() {
		RequestReference reference = ready();
		assertThat(this.pauses.isPossible(reference)).isTrue();

		assertThat(this.pauses.pause(reference, "fay", WHY)).isEqualTo(Decision.DONE);

		assertThat(seen(reference).phase()).isEqualTo(Phase.PAUSED);
		assertThat(seen(reference).times().paused()).as("nobody objected").isEmpty();
		assertThat(this.requests.showEsim(reference, SAM, now())).isInstanceOf(EsimAnswer.NotNow.class);
		run(reference);
		assertThat(profilesOut()).as("nothing can be downloaded").isZero();
		assertThat(audited(reference, "request.set-aside")).isEqualTo(1);
		assertThat(this.pauses.of(reference, "kay")).contains(new Pause("fay", WHY));
	}

	@Test
	void whoeverStoppedItDoesNotLetItGoOn() {
		RequestReference reference = sent(Reason.LOST);
		this.database.sql("INSERT INTO staff_role (name, role_name) VALUES ('kay', 'FRAUD')").update();
		this.pauses.pause(reference, "kay", WHY);
		claimed(reference, "kay");

		assertThat(this.reviews.resume(reference, "kay")).isEqualTo(Decision.SOMEBODY_ELSE);
		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.STOPPED);

		assertThat(seen(reference).phase()).isEqualTo(Phase.PAUSED);
	}

	@Test
	void aColleagueLetsItGoOnAndTwoApproveAnew() {
		RequestReference reference = needingTwo();
		claimed(reference, "kay");
		this.reviews.approve(reference, "kay", "");
		this.pauses.pause(reference, "fay", WHY);
		assertThat(votes(reference)).as("what was approved before counts no more").isEmpty();

		claimed(reference, "hugo");
		assertThat(this.reviews.resume(reference, "hugo")).isEqualTo(Decision.DONE);
		assertThat(this.pauses.of(reference, "hugo")).isEmpty();
		assertThat(this.reviews.approve(reference, "hugo", "")).isEqualTo(Decision.PASSED_ON);
		claimed(reference, "kay");
		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.DONE);
		run(reference);
		assertThat(seen(reference).phase()).isEqualTo(Phase.READY);
	}

	@Test
	void itCanBeStoppedAgainAndIsToldEachTime() {
		RequestReference reference = sent(Reason.LOST);
		for (int i = 0; i < 2; i++) {
			assertThat(this.pauses.pause(reference, "fay", WHY)).isEqualTo(Decision.DONE);
			assertThat(this.pauses.pause(reference, "fay", WHY)).as("at once").isEqualTo(Decision.STOPPED);
			claimed(reference, "hugo");
			this.reviews.resume(reference, "hugo");
		}
		Awaitility.await()
			.untilAsserted(() -> assertThat(this.database
				.sql("SELECT COUNT(*) FROM notice WHERE reference = ? AND kind LIKE 'SET_ASIDE%' AND outcome = 'TAKEN'")
				.param(reference.reference())
				.query(Integer.class)
				.single()).isEqualTo(2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "kay", "hugo", "ada", "cleo", "nobody" })
	void onlyTheFraudDeskStops(String staff) {
		RequestReference reference = sent(Reason.LOST);
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.pauses.pause(reference, staff, WHY));
		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
	}

	@Test
	void nobodyStopsWhatIsTheirOwnAndNobodyWithoutAReason() {
		RequestReference reference = sent(Reason.LOST);
		this.database.sql("INSERT INTO staff_link (name, subscriber) VALUES ('fay', 'demo-1001')").update();
		assertThat(this.pauses.pause(reference, "fay", WHY)).isEqualTo(Decision.OWN_ACCOUNT);
		assertThatIllegalArgumentException().isThrownBy(() -> this.pauses.pause(reference, "fay", " "));
		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
	}

	@Test
	void whatIsOverIsNotStopped() {
		RequestReference reference = sent(Reason.LOST);
		this.requests.withdraw(reference, SAM);
		assertThat(this.pauses.isPossible(reference)).isFalse();
		assertThat(this.pauses.pause(reference, "fay", WHY)).isEqualTo(Decision.ALREADY_DECIDED);
	}

	private RequestReference ready() {
		RequestReference reference = sent(Reason.DAMAGED);
		run(reference);
		assertThat(seen(reference).phase()).isEqualTo(Phase.READY);
		return reference;
	}

	private void run(RequestReference reference) {
		Awaitility.await().until(() -> row(reference).toldAt().isPresent());
		this.fulfilment.run(row(reference).id());
	}

	private long profilesOut() {
		return this.smdp.profiles().stream().filter(each -> each.state() == SimulatedProfile.State.RELEASED).count();
	}

}
