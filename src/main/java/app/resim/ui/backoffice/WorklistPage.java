package app.resim.ui.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.resim.request.RequestReference;
import app.resim.request.Reviews;
import app.resim.request.Worklist;
import app.resim.request.Worklist.Part;
import app.resim.request.Worklist.Place;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Colleagues;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Icons;
import app.resim.ui.Notice;
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
@RolesAllowed({ "REVIEWER", "FRAUD" })
final class WorklistPage extends LivePage implements BeforeEnterObserver {

	private final Reviews reviews;

	private final Worklist worklist;

	private final Clock clock;

	private final String me;

	private final WorkRows rows;

	private final H1 headline = new H1();

	private final Paragraph summary = new Paragraph();

	private final ShownLinks links;

	private final Div said = new Div();

	private final WorkTable table;

	private final Paragraph empty = new Paragraph();

	private final Acts pages = new Acts();

	private Shown shown = Shown.ALL;

	WorklistPage(Visits visits, Reviews reviews, Worklist worklist, CurrentStaff staff, Colleagues colleagues,
			LiveWork live, Clock clock) {
		super(visits.current(), live);
		this.reviews = reviews;
		this.worklist = worklist;
		this.clock = clock;
		this.me = staff.name();
		this.rows = new WorkRows(visit(), this.me, colleagues, this::claim, this::giveBack);
		this.links = new ShownLinks(words());
		this.table = new WorkTable(text("backoffice.worklist.caption"), this.rows.columns());
		title(text("backoffice.menu.worklist"));
		this.summary.addClassName("soft");
		this.empty.addClassName("empty");
		this.empty.setId("empty");
		this.table.setId("worklist");
		this.said.setId("said");
		add(head(), this.said, this.links, this.table, this.empty, this.pages);
	}

	private Div head() {
		var words = new Div(this.headline, this.summary);
		words.addClassName("head");
		var tools = new Div(new KeysHelp(words(), KeysHelp.LIST),
				Act.press(text("backoffice.worklist.next"), this::takeNext).named("take-next").key("n"));
		tools.addClassName("tools");
		var head = new Div(words, tools);
		head.addClassName("between");
		return head;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		this.shown = Shown.read(event.getLocation().getQueryParameters().getParameters());
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
		Map<Part, Integer> held = this.worklist.counts(this.shown.reason(), this.me);
		Worklist.Page page = this.worklist.page(this.shown.part(), this.shown.reason(), this.me, this.shown.after());
		int waiting = held.getOrDefault(Part.ALL, 0);
		this.headline.setText(headline(waiting));
		this.summary.setText(summary(held, now));
		this.links.show(this.shown, held);
		this.table.show(page.rows().stream().map(row -> this.rows.row(row, now)).toList());
		this.table.setVisible(!page.rows().isEmpty());
		this.empty.setVisible(page.rows().isEmpty());
		this.empty.setText(text((waiting == 0) ? "backoffice.worklist.empty" : "backoffice.worklist.empty-part"));
		pages(page.next());
	}

	private String headline(int waiting) {
		return (waiting < Worklist.COUNTED) ? text("backoffice.worklist.title", waiting)
				: text("backoffice.worklist.title-full", waiting - 1);
	}

	private String summary(Map<Part, Integer> held, Instant now) {
		List<String> parts = new ArrayList<>();
		if (held.getOrDefault(Part.ALL, 0) > 0) {
			parts.add(text("backoffice.worklist.pressing", held.getOrDefault(Part.LATE, 0),
					this.worklist.dueWithin(Due.SOON), Due.SOON.toMinutes()));
		}
		parts.add(text("backoffice.worklist.now", times().full(now)));
		return String.join(" ", parts);
	}

	private void pages(Optional<Place> next) {
		this.pages.removeAll();
		next.ifPresent(place -> this.pages
			.add(Act.go(text("backoffice.worklist.page-next", Worklist.PAGE), this.shown.from(next).href())
				.quiet()
				.slim()
				.named("page-next")));
		this.shown.after()
			.ifPresent(place -> this.pages
				.add(Act.go(text("backoffice.worklist.page-first"), this.shown.from(Optional.empty()).href())
					.aside()
					.named("page-first")));
	}

	private void claim(RequestReference reference) {
		this.reviews.claim(reference, this.me);
		refresh();
	}

	private void giveBack(RequestReference reference) {
		this.reviews.giveBack(reference, this.me);
		refresh();
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
