package app.resim.ui.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.request.RequestReference;
import app.resim.request.Reviews;
import app.resim.request.WorklistRow;
import app.resim.ui.Act;
import app.resim.ui.Colleagues;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Icons;
import app.resim.ui.Notice;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Visits;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * What waits for a person, the most urgent first.
 */
@Route(value = "staff", layout = StaffLayout.class)
@RolesAllowed("REVIEWER")
final class WorklistPage extends LivePage implements BeforeEnterObserver {

	private final Reviews reviews;

	private final Clock clock;

	private final String me;

	private final WorkRows rows;

	private final H1 headline = new H1();

	private final Paragraph summary = new Paragraph();

	private final ShownLinks links;

	private final Div said = new Div();

	private final WorkTable table;

	private final Paragraph empty = new Paragraph();

	private Shown shown = Shown.ALL;

	WorklistPage(Visits visits, Reviews reviews, CurrentStaff staff, Colleagues colleagues, LiveWork live,
			Clock clock) {
		super(visits.current(), live);
		this.reviews = reviews;
		this.clock = clock;
		this.me = staff.name();
		this.rows = new WorkRows(visit(), this.me, colleagues);
		this.links = new ShownLinks(words());
		this.table = new WorkTable(text("backoffice.worklist.caption"), this.rows.columns());
		title(text("backoffice.menu.worklist"));
		this.summary.addClassName("soft");
		this.empty.addClassName("empty");
		this.empty.setId("empty");
		this.table.setId("worklist");
		this.said.setId("said");
		add(head(), this.said, this.links, this.table, this.empty);
	}

	private Div head() {
		var words = new Div(this.headline, this.summary);
		words.addClassName("head");
		var head = new Div(words, Act.press(text("backoffice.worklist.next"), this::takeNext).named("take-next"));
		head.addClassName("between");
		return head;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		this.shown = Shown.named(event.getLocation().getQueryParameters().getParameters(Shown.PARAMETER));
		this.said.removeAll();
		refresh();
	}

	@Override
	protected void onAttach(AttachEvent event) {
		super.onAttach(event);
		// whatever happened between reading and listening
		refresh();
	}

	@Override
	void refresh() {
		Instant now = this.clock.instant();
		List<WorklistRow> waiting = this.reviews.worklist();
		this.headline.setText(headline(waiting.size()));
		this.summary.setText(summary(waiting, now));
		this.links.show(this.shown, waiting, this.me);
		List<WorklistRow> visible = waiting.stream().filter(row -> this.shown.holds(row, this.me)).toList();
		this.table.show(visible.stream().map(row -> this.rows.row(row, now)).toList());
		this.table.setVisible(!visible.isEmpty());
		this.empty.setVisible(visible.isEmpty());
		this.empty.setText(text(waiting.isEmpty() ? "backoffice.worklist.empty" : "backoffice.worklist.empty-part"));
	}

	private String headline(int waiting) {
		return text((waiting < Reviews.LISTED) ? "backoffice.worklist.title" : "backoffice.worklist.title-full",
				waiting);
	}

	private String summary(List<WorklistRow> waiting, Instant now) {
		long late = pressing(waiting, Pressing.LATE, now);
		long soon = pressing(waiting, Pressing.SOON, now);
		List<String> parts = new ArrayList<>();
		if (!waiting.isEmpty()) {
			parts.add(text("backoffice.worklist.pressing", late, soon, Due.SOON.toMinutes()));
		}
		parts.add(text("backoffice.worklist.now", times().full(now)));
		return String.join(" ", parts);
	}

	private static long pressing(List<WorklistRow> waiting, Pressing sort, Instant now) {
		return waiting.stream()
			.flatMap(row -> row.answerBy().stream())
			.filter(answerBy -> Due.of(answerBy, now).pressing() == sort)
			.count();
	}

	private void takeNext() {
		Optional<RequestReference> taken = this.reviews.claimNext(this.me);
		if (taken.isPresent()) {
			getUI().ifPresent(page -> page.navigate(CasePage.class, taken.get().reference()));
			return;
		}
		this.said.removeAll();
		this.said.add(Notice
			.info(Icons.INFO, text("backoffice.worklist.none-free"), text("backoffice.worklist.none-free.text"))
			.announced());
		refresh();
	}

}
