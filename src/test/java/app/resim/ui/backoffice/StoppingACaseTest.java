package app.resim.ui.backoffice;

import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Reason;
import app.resim.request.Pauses;
import app.resim.request.Phase;
import app.resim.request.RequestReference;
import app.resim.ui.Seats;
import app.resim.ui.TextQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The fraud desk's brake on the page of a case.
 */
class StoppingACaseTest extends AtTheDesk {

	@Autowired
	private Pauses pauses;

	@Test
	void anAnalystStopsACaseThatNobodyHasAndSeesThatAColleagueHasToLook() {
		RequestReference reference = asFay();

		type("pause-why", "The same portrait as yesterday.");
		press("pause");
		assertThat(page()).contains(reference + " is stopped");

		navigate(CasePage.class, reference.reference());
		press("review");
		assertThat(page()).contains("Stopped by the fraud desk", "Fay Fong (demo)", "The same portrait as yesterday.",
				"You have stopped it yourself");
		assertThat(shows("look-into")).isFalse();
		assertThat(shows("pause")).isFalse();
	}

	@Test
	void aColleagueReadsWhyAndTakesTheCheckUpAgain() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.pauses.pause(reference, "fay", "The same portrait as yesterday.");

		navigate(CasePage.class, reference.reference());
		press("review");
		assertThat(page()).contains("The same portrait as yesterday.");
		press("look-into");

		assertThat(this.requests.find(reference, Cases.SAM).orElseThrow().phase()).isEqualTo(Phase.CHECKING);
		assertThat(shows("decide")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   " })
	void withoutAReasonNothingIsStopped(String why) {
		RequestReference reference = asFay();
		type("pause-why", why);
		press("pause");
		assertThat(page()).contains("Write why you stop it");
		assertThat(this.requests.find(reference, Cases.SAM).orElseThrow().phase()).isEqualTo(Phase.CHECKING);
	}

	@Test
	void aReasonThatIsTooLongIsRefused() {
		asFay();
		type("pause-why", "x".repeat(501));
		press("pause");
		assertThat(page()).contains("Use at most 500 characters");
	}

	@Test
	void reviewersHaveNoBrake() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		navigate(CasePage.class, reference.reference());
		assertThat(shows("pause")).isFalse();
	}

	private RequestReference asFay() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		as(Seats.staff("fay", Role.FRAUD));
		navigate(CasePage.class, reference.reference());
		return reference;
	}

	private void type(String name, String text) {
		find(TextQuestion.class).withId(name + "-field").single().filled(text);
	}

}
