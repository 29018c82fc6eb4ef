package app.resim.ui.backoffice;

import java.util.Map;

import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Reason;
import app.resim.identity.Forgetting;
import app.resim.request.DeclineReason;
import app.resim.request.RequestReference;
import app.resim.ui.Seats;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;

class KeepingPageTest extends AtTheDesk {

	@Autowired
	private Forgetting forgetting;

	@Autowired
	@Qualifier("forgetDuePictures")
	private RecurringTask<Void> forgetDuePictures;

	@BeforeEach
	void hugoComes() {
		as(Seats.staff("hugo", Role.REVIEWER, Role.SENIOR));
	}

	@Test
	void onlySeniorStaffFindsThePageAndItsEntry() {
		navigate(KeepingPage.class);
		assertThat(shows("menu-keeping")).isTrue();
		assertThat(shows("menu-colleagues")).isTrue();

		as(KAY);
		UI.getCurrent().navigate("staff/keeping");
		assertThat(page()).contains("There is no such page");
		UI.getCurrent().navigate("staff/colleagues");
		assertThat(page()).contains("There is no such page");
		UI.getCurrent().navigate("staff");
		assertThat(find(Anchor.class).withId("menu-keeping").exists()).isFalse();
	}

	@Test
	void reportsOfTheDeletingJobAreShown() {
		navigate(KeepingPage.class);
		assertThat(page()).contains("30 days after a request", "7 days after an unsent one", "It has not run yet");

		this.forgetDuePictures
			.executeRecurringly(new TaskInstance<>("identity.forget-pictures", RecurringTask.INSTANCE), null);
		assertThat(this.forgetting.latest(1)).hasSize(1);
		UI.getCurrent().navigate("staff");
		navigate(KeepingPage.class);

		assertThat(page()).contains("Pictures deleted").doesNotContain("It has not run yet");
	}

	@Test
	void aCustomerIsFoundByLineOrAddressAndShownMasked() {
		this.cases.sent(Cases.SAM, Reason.LOST);
		found("5550 0142");
		assertThat(page()).contains("demo-1001", "s•••••o@example.com", "42")
			.doesNotContain("5550", "sam.demo", "Wong");
		assertThat(find(Anchor.class).withId("export").single().getElement().getAttribute("download")).isNotNull();
		assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters()).isEqualTo("staff/keeping");

		press("another");
		submit(Map.of("contact", "nobody@example.com"));
		assertThat(page()).contains("No customer, or more than one");
	}

	@Test
	void aHoldIsPlacedWithAReasonListedAndLifted() {
		found("sam.demo@example.com");
		submit(Map.of("reason", " "));
		assertThat(page()).contains("Write why everything must be kept");

		submit(Map.of("reason", "Court order 7"));
		assertThat(page()).contains("The hold lies on this customer", "Court order 7");
		assertThat(shows("erase")).as("nothing can be erased").isFalse();
		assertThat(this.cases.audited("privacy.hold-placed")).isPositive();

		press("lift");
		assertThat(page()).contains("The hold is lifted", "None lies on anybody");
		assertThat(shows("erase")).isTrue();
	}

	@Test
	void anOpenRequestRefusesAnErasureInPlainWords() {
		this.cases.sent(Cases.SAM, Reason.LOST);
		found("sam.demo@example.com");
		press("erase");
		press("erase-yes");

		assertThat(page()).contains("Nothing was erased: a request is open");
	}

	@Test
	void anErasureIsAskedForTwiceAndSaidOnce() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.reviews.claim(reference, "kay");
		this.reviews.decline(reference, "kay", DeclineReason.DOCUMENT_DIFFERS, "Bring the new card");
		found("sam.demo@example.com");

		press("erase");
		assertThat(page()).contains("Erase for good?");
		press("erase-no");
		assertThat(pictures()).isEqualTo(2);
		press("erase");
		press("erase-yes");

		assertThat(page()).contains("The customer is erased");
		assertThat(pictures()).isZero();
	}

	@Test
	void nobodyErasesAnAccountCloseToThem() {
		this.cases.sent(Cases.SAM, Reason.LOST);
		this.database.sql("INSERT INTO staff_link (name, subscriber) VALUES ('hugo', 'demo-1001')").update();
		found("sam.demo@example.com");
		press("erase");
		press("erase-yes");

		assertThat(page()).contains("this account is your own");
	}

	private void found(String contact) {
		navigate(KeepingPage.class);
		submit(Map.of("contact", contact));
		assertThat(shows("rights")).isTrue();
	}

	private int pictures() {
		return this.database.sql("SELECT COUNT(*) FROM identity_vault").query(Integer.class).single();
	}

}
