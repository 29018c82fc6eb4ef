package app.resim.ui.backoffice;

import java.util.Locale;
import java.util.UUID;

import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.help.CallBackAsked;
import app.resim.help.CallBacks;
import app.resim.help.CallTopic;
import app.resim.ui.Seats;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Colleagues work off who wants to be called back.
 */
class CallBacksPageTest extends AtTheDesk {

	@Autowired
	private CallBacks callBacks;

	@Autowired
	private Catalogue catalogue;

	@BeforeEach
	void annaWantsToBeCalled() {
		clear();
		ask("+44 20 7946 0018");
	}

	private void look() {
		navigate(CallBacksPage.class);
	}

	private void ask(String contact) {
		Brand brand = this.catalogue.front();
		assertThat(this.callBacks.ask(brand, contact, CallTopic.NOT_WORKING, this.callBacks.offered(brand).getFirst(),
				Locale.forLanguageTag("ru")))
			.isEqualTo(CallBackAsked.NOTED);
	}

	@AfterEach
	void clear() {
		this.database.sql("DELETE FROM call_back").update();
	}

	@Test
	void whoOnlyLooksSeesNoNumber() {
		look();
		assertThat(page())
			.contains("A call proves nothing", "eSIM or line does not work", "Call, Русский",
					"Shown when you take it on", "Not tried yet.")
			.doesNotContain("7946");
	}

	@Test
	void whoTakesItOnSeesWhereAndCloses() {
		look();
		press("claim-1");
		assertThat(page()).contains("+442079460018");

		press("done-1");
		assertThat(page()).contains("Nobody waits for a call.", "Lately ended", "Reached").doesNotContain("7946");
	}

	@Test
	void aColleagueSeesWhoHasTakenItOn() {
		UUID id = this.callBacks.all().getFirst().id();
		assertThat(this.callBacks.claim(id, "kay")).isTrue();
		as(Seats.staff("hugo", Role.SENIOR));
		look();

		assertThat(page()).contains("took it on").doesNotContain("7946");
		press("claim-1");
		assertThat(page()).contains("A colleague was faster");
	}

	@Test
	void afterThreeTriesItEnds() {
		look();
		for (int tries = 1; tries <= 3; tries++) {
			press("claim-1");
			press("not-reached-1");
		}
		assertThat(page()).contains("Nobody waits for a call.", "Nobody answered");
	}

	@Test
	void whoAsksAgainWaitsOnce() {
		ask("+442079460018");
		look();

		assertThat(shows("claim-1")).isTrue();
		assertThat(shows("claim-2")).isFalse();
		assertThat(page()).contains("Asked again later");
	}

	@Test
	void nobodyReadsANumberInTheTrail() {
		look();
		press("claim-1");
		press("give-back-1");
		assertThat(this.database.sql("SELECT COUNT(*) FROM audit_entry WHERE deed LIKE 'call-back.%'")
			.query(Integer.class)
			.single()).isGreaterThanOrEqualTo(3);
		assertThat(this.database
			.sql("SELECT COUNT(*) FROM audit_entry WHERE details LIKE '%7946%' OR subject LIKE '%7946%'")
			.query(Integer.class)
			.single()).isZero();
	}

}
