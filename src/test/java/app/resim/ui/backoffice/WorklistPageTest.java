package app.resim.ui.backoffice;

import java.time.Duration;
import java.util.List;

import app.resim.catalogue.Reason;
import app.resim.request.RequestReference;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.QueryParameters;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WorklistPageTest extends AtTheDesk {

	@Test
	void saysKindlyThatNothingWaits() {
		navigate(WorklistPage.class);

		assertThat(page()).contains("Nothing is waiting", "All done.");
		assertThat(shows("worklist")).isFalse();
	}

	@Test
	void listsWhatWaitsWithTheMostUrgentFirst() {
		RequestReference first = this.cases.sent(Cases.SAM, Reason.LOST);
		this.clock.move(Duration.ofMinutes(5));
		RequestReference second = this.cases.sent(Cases.ANNA, Reason.STOLEN);

		navigate(WorklistPage.class);

		assertThat(page()).contains("2 requests are waiting", "Lost", "Stolen", "Nobody");
		assertThat(rows()).containsExactly("row-" + first, "row-" + second);
	}

	@Test
	void showsOnlyTheLastDigitsOfALine() {
		this.cases.sent(Cases.SAM, Reason.LOST);

		navigate(WorklistPage.class);

		assertThat(page()).contains("42").doesNotContain("5550", "Wong Siu Man");
	}

	@Test
	void marksWhatIsDueSoonAndWhatIsLateInWordsAndByARow() {
		this.cases.sent(Cases.SAM, Reason.LOST);
		navigate(WorklistPage.class);
		assertThat(classes()).containsExactly("");

		this.clock.move(Duration.ofMinutes(91));
		navigate(WorklistPage.class);
		assertThat(classes()).containsExactly("soon");
		assertThat(page()).contains("in 29 min", "None is late, 1 is due within 30 minutes");

		this.clock.move(Duration.ofMinutes(33));
		navigate(WorklistPage.class);
		assertThat(classes()).containsExactly("late");
		assertThat(page()).contains("4 min late", "1 is late");
	}

	@Test
	void takesTheMostUrgentFreeCaseAndOpensIt() {
		RequestReference taken = this.cases.sent(Cases.SAM, Reason.LOST);
		this.clock.move(Duration.ofMinutes(5));
		RequestReference free = this.cases.sent(Cases.ANNA, Reason.STOLEN);
		this.reviews.claim(taken, "hugo");
		navigate(WorklistPage.class);

		press("take-next");

		assertThat(getCurrentView()).isInstanceOf(CasePage.class);
		assertThat(page()).contains(free.reference(), "You are reviewing", "Anna Sokolova");
	}

	@Test
	void saysSoWhenEverythingHasAReviewer() {
		this.reviews.claim(this.cases.sent(Cases.SAM, Reason.LOST), "hugo");
		navigate(WorklistPage.class);

		press("take-next");

		assertThat(getCurrentView()).isInstanceOf(WorklistPage.class);
		assertThat(page()).contains("Every waiting request already has a reviewer");
	}

	@Test
	void showsOnlyAPart() {
		RequestReference mine = this.cases.sent(Cases.SAM, Reason.LOST);
		RequestReference free = this.cases.sent(Cases.ANNA, Reason.LOST);
		RequestReference stalled = this.cases.sent(Cases.WEI, Reason.LOST);
		this.reviews.claim(mine, "kay");
		this.reviews.claim(stalled, "hugo");
		this.cases.stall(stalled, "es2plus.8.2.5-3.7");

		assertThat(shown("mine")).containsExactly("row-" + mine);
		assertThat(shown("nobodys")).containsExactly("row-" + free);
		assertThat(shown("stalled")).containsExactly("row-" + stalled);
		assertThat(shown("something-else")).hasSize(3);
	}

	@Test
	void leavesOnlyOneReason() {
		this.cases.sent(Cases.SAM, Reason.LOST);
		RequestReference stolen = this.cases.sent(Cases.ANNA, Reason.STOLEN);

		UI.getCurrent().navigate(WorklistPage.class, QueryParameters.of("reason", "stolen"));

		assertThat(rows()).containsExactly("row-" + stolen);
	}

	@Test
	void aCaseIsTakenAndGivenBackWithoutOpeningIt() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		navigate(WorklistPage.class);

		press("claim-" + reference);
		assertThat(this.reviews.find(reference).orElseThrow().reviewer()).contains("kay");
		press("release-" + reference);
		assertThat(this.reviews.find(reference).orElseThrow().reviewer()).isEmpty();
	}

	@Test
	void whatTheCustomerHasToDoStandsApart() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.reviews.claim(reference, "kay");
		this.reviews.handOver(reference, "kay", null);

		assertThat(shown("customer")).containsExactly("row-" + reference);
		assertThat(page()).contains("Sent to a store");
		assertThat(shown("all")).isEmpty();
	}

	@Test
	void saysThatAPartIsEmpty() {
		this.cases.sent(Cases.SAM, Reason.LOST);

		assertThat(shown("mine")).isEmpty();
		assertThat(page()).contains("No request belongs to this view");
	}

	@Test
	void followsWhatOthersDo() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		WorklistPage page = navigate(WorklistPage.class);
		NativeTableRow row = find(NativeTableRow.class).withId("row-" + reference).single();

		this.reviews.claim(reference, "hugo");
		this.cases.sent(Cases.ANNA, Reason.STOLEN);
		page.refresh();

		assertThat(page()).contains("2 requests are waiting", "Hugo Ho (demo)");
		assertThat(find(NativeTableRow.class).withId("row-" + reference).single())
			.as("the row keeps its place and focus")
			.isSameAs(row);
	}

	private List<String> shown(String part) {
		UI.getCurrent().navigate(WorklistPage.class, QueryParameters.of("show", part));
		return rows();
	}

	private List<String> rows() {
		return find(NativeTableRow.class).all().stream().flatMap(row -> row.getId().stream()).toList();
	}

	private List<String> classes() {
		return find(NativeTableRow.class).all()
			.stream()
			.filter(row -> row.getId().isPresent())
			.map(row -> row.getClassName() == null ? "" : row.getClassName())
			.toList();
	}

}
