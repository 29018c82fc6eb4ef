package app.resim.ui.backoffice;

import java.util.Map;

import app.resim.account.AppSecret;
import app.resim.account.Staff;
import app.resim.account.StaffFactors;
import app.resim.account.StaffLink;
import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Reason;
import app.resim.request.RequestReference;
import app.resim.ui.Seats;
import com.bastiaanjansen.otp.TOTPGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ColleaguesPageTest extends AtTheDesk {

	@Autowired
	private Staff staff;

	@Autowired
	private StaffFactors factors;

	@BeforeEach
	void hugoComes() {
		as(Seats.staff("hugo", Role.REVIEWER, Role.SENIOR));
		navigate(ColleaguesPage.class);
	}

	@Test
	void anAccountIsNotedAfterALookAtItsMaskedOwner() {
		ask("kay", "5550 0142");
		assertThat(page()).contains("Is this account close to Kay Lam (demo)?", "demo-1001", "s•••••o@example.com")
			.doesNotContain("5550");
		assertThat(this.staff.links()).isEmpty();

		press("add");

		assertThat(this.staff.links()).containsExactly(new StaffLink("kay", Cases.SAM));
		assertThat(page()).contains("Kay Lam (demo) neither sees nor decides");
		assertThat(this.cases.audited("staff.linked")).isPositive();
	}

	@Test
	void whatIsNotedHoldsFromThenOnAndCanBeTakenAway() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		ask("kay", "sam.demo@example.com");
		press("add");
		assertThat(this.reviews.claim(reference, "kay")).isFalse();

		press("remove-kay-demo-1001");

		assertThat(page()).contains("The note about Kay Lam (demo) is taken away", "Nothing is noted yet");
		assertThat(this.cases.audited("staff.unlinked")).isPositive();
		assertThat(this.reviews.claim(reference, "kay")).isTrue();
	}

	@Test
	void nobodyFreesTheirOwnAccount() {
		ask("hugo", "sam.demo@example.com");
		press("add");

		assertThat(page()).contains("Only somebody else can take this away");
		assertThat(shows("remove-hugo-demo-1001")).isFalse();
		assertThat(this.staff.unlink("hugo", Cases.SAM, "hugo")).isFalse();
		assertThatExceptionOfType(AccessDeniedException.class).as("not senior")
			.isThrownBy(() -> this.staff.unlink("hugo", Cases.SAM, "kay"));
	}

	@Test
	void somebodyWhoLostTheirProofGetsItReset() {
		assertThat(page()).contains("authenticator app", "Your own: a colleague resets it");
		assertThat(shows("reset-hugo")).isFalse();

		press("reset-kay");
		assertThat(page()).contains("Ask to reset the proof of Kay Lam (demo)?");
		assertThat(this.factors.of("kay").any()).isTrue();
		press("reset-yes");

		assertThat(page()).contains("A second colleague has to confirm the reset of Kay Lam (demo)",
				"Asked by Hugo Ho (demo)");
		assertThat(shows("reset-kay")).isFalse();
		assertThat(this.factors.of("kay").any()).isTrue();
		assertThat(this.factors.confirmReset("kay", "fay")).isTrue();
		assertThat(this.factors.of("kay").any()).isFalse();
		assertThat(this.cases.audited("staff.factors-reset")).isPositive();
		AppSecret secret = this.factors.draw("Tidewire", "kay");
		this.factors.confirm("kay", secret,
				new TOTPGenerator.Builder(secret.base32()).build().at(this.clock.instant()));
	}

	@Test
	void whatIsMissingIsSaid() {
		ask("nobody", "sam.demo@example.com");
		assertThat(page()).contains("Nobody of the staff has this sign-in name");
		ask("kay", "nobody@example.com");
		assertThat(page()).contains("No customer, or more than one");
		ask("kay", "sam.demo@example.com");
		press("add");
		ask("kay", "sam.demo@example.com");
		press("add");
		assertThat(page()).contains("This was noted before");
		assertThat(this.staff.links()).hasSize(1);
	}

	private void ask(String colleague, String contact) {
		submit(Map.of("colleague", colleague, "contact", contact));
	}

}
