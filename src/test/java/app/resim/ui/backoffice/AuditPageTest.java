package app.resim.ui.backoffice;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import app.resim.catalogue.Reason;
import app.resim.request.RequestReference;
import app.resim.ui.Act;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuditPageTest extends AtTheDesk {

	@Test
	void showsTheNewestRowsToTheSecondAndWhoDidWhat() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.reviews.claim(reference, "kay");

		navigate(AuditPage.class);

		assertThat(rows().getFirst()).contains("case.claimed", reference.reference(), "Staff", "kay");
		assertThat(page()).containsPattern("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d").contains("Asia/Hong_Kong");
	}

	@Test
	void showsAllAboutOneRequestFromTheBeginning() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.cases.sent(Cases.ANNA, Reason.LOST);
		this.reviews.claim(reference, "kay");

		UI.getCurrent().navigate(AuditPage.class, QueryParameters.of("about", reference.reference()));

		assertThat(rows()).hasSize(3).allMatch(row -> row.contains(reference.reference()));
		assertThat(rows().getFirst()).contains("request.submitted");
		assertThat(rows().getLast()).contains("case.claimed");
		assertThat(page()).contains("3 rows, oldest first");
	}

	@Test
	void aSearchForAnythingButAReferenceLeavesNoTraceInTheAddress() {
		this.cases.sent(Cases.SAM, Reason.LOST);
		navigate(AuditPage.class);

		search("+852 5550 0142");

		assertThat(page()).contains("There are no rows.");
		assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters()).isEqualTo("staff/audit");
	}

	@Test
	void aSearchReadsAReferenceAsPeopleTypeIt() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		navigate(AuditPage.class);

		search(reference.reference().toLowerCase(Locale.ROOT).replace("-", " "));

		assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
			.isEqualTo("staff/audit?about=" + reference);
		assertThat(rows()).hasSize(2);
	}

	@Test
	void olderRowsFollowWithoutGapsOrRepeats() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		for (int i = 0; i < 60; i++) {
			this.reviews.claim(reference, "kay");
			this.reviews.giveBack(reference, "kay");
		}
		navigate(AuditPage.class);
		assertThat(rows()).hasSize(50);
		long oldest = oldestShown();

		UI.getCurrent().navigate(AuditPage.class, QueryParameters.of("before", Long.toString(oldest)));

		assertThat(rows()).hasSize(50);
		assertThat(oldestShown()).isEqualTo(oldest - 50);
	}

	@Test
	void nonsenseInTheAddressShowsTheNewestRows() {
		this.cases.sent(Cases.SAM, Reason.LOST);

		UI.getCurrent().navigate(AuditPage.class, QueryParameters.of("before", "1; DROP TABLE"));

		assertThat(rows()).isNotEmpty();
	}

	private long oldestShown() {
		String older = find(Act.class).withId("older").single().getElement().getAttribute("href");
		return Long.parseLong(older.replaceAll(".*=", ""));
	}

	private void search(String typed) {
		submit(Map.of("subject", typed));
	}

	private List<String> rows() {
		return find(NativeTableRow.class).all()
			.stream()
			.filter(row -> row.getElement().getChild(0).getTag().equals("td"))
			.map(row -> text(row.getElement()))
			.toList();
	}

}
