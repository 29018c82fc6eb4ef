package app.resim.ui.backoffice;

import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Reason;
import app.resim.counterpart.Counterparts;
import app.resim.request.RequestReference;
import app.resim.ui.Seats;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page with outer systems and what stands still because of them.
 */
class SystemsPageTest extends AtTheDesk {

	@Autowired
	private Counterparts counterparts;

	@Test
	void whereNothingStandsStillItSaysSo() {
		this.counterparts.of("network");
		navigate(SystemsPage.class);
		assertThat(page()).contains("No request stands still.", "Network", "Answers");
	}

	@Test
	void aStalledRequestIsShownWithItsFaultAndTriedAgain() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.cases.stall(reference, "es2plus.8.2.5-3.7");
		navigate(SystemsPage.class);
		assertThat(page())
			.contains(reference.reference(), "no profiles of this type left", "es2plus.8.2.5-3.7",
					"Resim does not go on by itself", "No system was asked for this request yet")
			.doesNotContain("5550 0142");

		press("try-" + reference);

		assertThat(page()).contains(reference + " is tried again", "No request stands still.");
		assertThat(this.reviews.find(reference).orElseThrow().stalled()).isFalse();
		assertThat(this.cases.audited("request.resumed")).isPositive();
	}

	@Test
	void oneThatWaitsTellsWhatWasAskedAndWhenItGoesOn() {
		RequestReference reference = waiting(4);
		navigate(SystemsPage.class);
		assertThat(page()).contains("The SM-DP+ cannot be reached", "Tried 4 times",
				"confirm and release the profile – nobody knows: timeout", "order a profile – done",
				"release the profile – no answer came");

		press("try-" + reference);

		assertThat(page()).contains(reference + " is tried again");
		assertThat(this.cases.audited("request.tried-again")).isPositive();
	}

	@Test
	void whatFailedOnceOrTwiceIsNoNews() {
		waiting(2);
		navigate(SystemsPage.class);
		assertThat(page()).contains("No request stands still.");
	}

	@Test
	void theFraudDeskLooksAndDoesNotTry() {
		RequestReference reference = waiting(4);
		as(Seats.staff("fay", Role.FRAUD));
		navigate(SystemsPage.class);
		assertThat(page()).contains(reference.reference());
		assertThat(shows("try-" + reference)).isFalse();
	}

	@Test
	void theCaseItselfTellsWhatWasAskedToo() {
		RequestReference reference = waiting(4);
		this.cases.stall(reference, "es2plus.unknown");
		navigate(CasePage.class, reference.reference());
		press("review");
		assertThat(page()).contains("What was asked and answered", "order a profile – done");
	}

	/** As a request is left whose SM-DP+ went away in the middle. */
	private RequestReference waiting(int tries) {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.database
			.sql("""
					INSERT INTO profile_order (id, line, profile_type, usable_seconds, state, from_pool, old_sim, calls,
					unsure, unknown_calls, maybe_confirmed, bound, created_at, changed_at, version)
					SELECT id, line, 'consumer', 60, 'ORDERED', FALSE, 'KEPT', 3, TRUE, 0, TRUE, FALSE, saved_at, saved_at, 0
					FROM replacement_request WHERE reference = ?""")
			.param(reference.reference())
			.update();
		asked(reference, 1, "ORDER", "done");
		asked(reference, 2, "CONFIRM", "unknown timeout");
		asked(reference, 3, "RELEASE", null);
		this.database.sql("""
				UPDATE replacement_request SET status = 'APPROVED', order_id = id, fault = 'es2plus.unreachable',
				tries = ?, next_try_at = saved_at, desk = NULL, version = version + 1 WHERE reference = ?""")
			.params(tries, reference.reference())
			.update();
		return reference;
	}

	private void asked(RequestReference reference, int number, String question, @Nullable String answer) {
		this.database.sql("""
				INSERT INTO outside_call (order_id, number, question, asked_at, answered_at, answer)
				SELECT id, :number, :question, saved_at, CASE WHEN :answered THEN saved_at END, :answer
				FROM replacement_request WHERE reference = :reference""")
			.param("number", number)
			.param("question", question)
			.param("answered", answer != null)
			.param("answer", answer)
			.param("reference", reference.reference())
			.update();
	}

}
