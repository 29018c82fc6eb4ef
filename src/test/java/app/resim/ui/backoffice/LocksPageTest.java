package app.resim.ui.backoffice;

import java.util.Map;

import app.resim.account.StaffMember.Role;
import app.resim.kernel.Msisdn;
import app.resim.protection.SimLocks;
import app.resim.request.LockOpenings;
import app.resim.ui.Seats;
import app.resim.ui.TextQuestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two colleagues open a lock on the page for it.
 */
class LocksPageTest extends AtTheDesk {

	private static final Msisdn LINE = new Msisdn("+85255500142");

	@Autowired
	private LockOpenings openings;

	@Autowired
	private SimLocks locks;

	@BeforeEach
	void samsLineIsLocked() {
		clear();
		this.locks.lock(LINE, Cases.SAM, this.clock.instant());
	}

	@AfterEach
	void clear() {
		this.database.sql("DELETE FROM lock_opening").update();
		this.database.sql("DELETE FROM sim_lock").update();
	}

	@Test
	void aReviewerAsksWithAReasonAndSeesThatASecondColleagueIsNeeded() {
		navigate(LocksPage.class);
		submit(Map.of("contact", "sam.demo@example.com"));
		assertThat(page()).contains("s•••••o@example.com", "Ask to open ••••••••••42").doesNotContain("5550 0142");

		press("ask-1");
		assertThat(page()).contains("Write what you have looked at");
		find(TextQuestion.class).withId("opening-why-field").single().filled("Card seen in the store.");
		press("ask-1");

		assertThat(page()).contains("It is asked for", "Card seen in the store.", "A second colleague has to agree");
		assertThat(shows("agree-1")).isFalse();
		press("drop-1");
		assertThat(page()).contains("It stays locked", "Nothing is asked for.");
	}

	@Test
	void aSeniorColleagueAgreesAndTheListSaysWhenItOpens() {
		this.openings.ask(Cases.SAM, LINE, "kay", "Card seen in the store.");
		as(Seats.staff("hugo", Role.SENIOR));
		navigate(LocksPage.class);
		press("agree-1");

		assertThat(page()).contains("The lock opens after the waiting time", "unless the owner keeps it");
		assertThat(this.openings.opensAt(Cases.SAM, LINE)).isPresent();
	}

	@Test
	void aCustomerWithoutALockIsSaidToHaveNone() {
		navigate(LocksPage.class);
		submit(Map.of("contact", "anna.demo@example.com"));
		assertThat(page()).contains("No line of this customer is locked");
		assertThat(shows("ask-1")).isFalse();
	}

}
