package app.resim.ui.backoffice;

import java.util.List;

import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Reason;
import app.resim.kernel.Msisdn;
import app.resim.request.RequestReference;
import app.resim.ui.Seats;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WhoMaySeeTheBackOfficeTest extends AtTheDesk {

	private static final List<Class<? extends Component>> PAGES = List.of(WorklistPage.class, CasePage.class,
			AuditPage.class, DeviceNamesPage.class);

	@ParameterizedTest
	@ValueSource(strings = { "staff", "staff/audit", "staff/devices" })
	void aCustomerFindsNoneOfItsPages(String path) {
		as(Seats.customer("demo-1001"));
		UI.getCurrent().navigate(path);
		hidden();
	}

	@Test
	void aCustomerDoesNotFindTheCaseAboutTheirOwnRequest() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		as(Seats.customer("demo-1001"));
		UI.getCurrent().navigate("staff/cases/" + reference);
		hidden();
	}

	@ParameterizedTest
	@ValueSource(strings = { "staff", "staff/devices" })
	void anAuditorFindsNoCases(String path) {
		as(Seats.staff("ada", Role.AUDITOR));
		UI.getCurrent().navigate(path);
		hidden();
	}

	@Test
	void anAuditorReadsTheAuditLogAndTheFiguresAndIsOfferedNothingElse() {
		as(Seats.staff("ada", Role.AUDITOR));

		navigate(AuditPage.class);

		assertThat(menu()).containsExactly("Team", "Audit log");
	}

	@Test
	void aReviewerIsOfferedEverything() {
		navigate(AuditPage.class);

		assertThat(menu()).containsExactly("Worklist", "Cards", "Device names", "Connected systems", "SIM locks",
				"Call-backs", "Store", "Audit log");
		assertThat(find(Anchor.class).withId("menu-audit").single().getElement().getAttribute("aria-current"))
			.isEqualTo("page");
	}

	@ParameterizedTest
	@ValueSource(strings = { "staff/cases/RS-0000-0000", "staff/cases/nonsense", "staff/cases/%F0%9F%98%80" })
	void aCaseThatDoesNotExistIsAMissingPage(String path) {
		UI.getCurrent().navigate(path);
		hidden();
	}

	@Test
	void aDraftIsNoCase() {
		RequestReference draft = this.requests.start(Cases.SAM, new Msisdn("+85255500142")).orElseThrow().reference();
		UI.getCurrent().navigate("staff/cases/" + draft);
		hidden();
	}

	private void hidden() {
		assertThat(PAGES).noneMatch(page -> page.isInstance(getCurrentView()));
		assertThat(page()).contains("There is no such page");
	}

	private List<String> menu() {
		return find(Anchor.class).all()
			.stream()
			.filter(link -> link.getId().filter(id -> id.startsWith("menu-")).isPresent())
			.map(Anchor::getText)
			.toList();
	}

}
