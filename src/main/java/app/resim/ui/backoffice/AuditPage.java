package app.resim.ui.backoffice;

import java.util.List;
import java.util.Optional;

import app.resim.audit.AuditEntry;
import app.resim.audit.AuditTrail;
import app.resim.request.RequestReference;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Form;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Who did what, when: the newest rows, or all about one subject.
 */
@Route(value = "staff/audit", layout = StaffLayout.class)
@RolesAllowed({ "REVIEWER", "SENIOR", "FRAUD", "AUDITOR" })
final class AuditPage extends Page implements BeforeEnterObserver {

	/** Query parameter: a request's reference. Nothing else may stand in an address. */
	static final String ABOUT = "about";

	private static final String BEFORE = "before";

	private static final int ROWS = 50;

	private final AuditTrail trail;

	private final AuditRows rows;

	private final TextQuestion subject;

	private final Div found = new Div();

	AuditPage(Visits visits, AuditTrail trail) {
		super(visits.current());
		this.trail = trail;
		this.rows = new AuditRows(visit());
		this.subject = TextQuestion.labelled(words(), "subject", text("backoffice.audit.subject"))
			.hint(text("backoffice.audit.subject.hint"))
			.brief();
		withoutRail();
		title(text("backoffice.menu.audit"));
		this.found.addClassName("stack");
		add(new PageHead(text("backoffice.audit.title"))
			.hint(text("backoffice.audit.zone", visit().brand().zone().getId())),
				Form.of(this::search, this.subject,
						new Acts(Act.submit(text("backoffice.audit.search")).slim().named("search"),
								Act.go(text("backoffice.audit.newest"), Paths.AUDIT).aside().named("newest"))),
				this.found);
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		QueryParameters query = event.getLocation().getQueryParameters();
		Optional<RequestReference> about = query.getSingleParameter(ABOUT).flatMap(RequestReference::read);
		this.subject.take(about.map(RequestReference::reference).orElse(""));
		if (about.isPresent()) {
			showAbout(about.get().reference());
		}
		else {
			showPage(query.getSingleParameter(BEFORE).flatMap(AuditPage::number));
		}
	}

	private static Optional<Long> number(String text) {
		return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
	}

	private void search() {
		String typed = this.subject.typed().strip();
		Optional<RequestReference> reference = RequestReference.read(typed);
		if (reference.isPresent()) {
			getUI().ifPresent(
					page -> page.navigate(AuditPage.class, QueryParameters.of(ABOUT, reference.get().reference())));
		}
		else if (typed.isEmpty()) {
			getUI().ifPresent(page -> page.navigate(AuditPage.class));
		}
		else {
			// whatever it is, it may be personal: it does not go into the address
			showAbout(typed);
		}
	}

	private void showAbout(String about) {
		List<AuditEntry> entries = this.trail.about(about);
		show(text("backoffice.audit.about-count", entries.size()), entries);
	}

	private void showPage(Optional<Long> before) {
		List<AuditEntry> entries = this.trail.latest(before, ROWS);
		show(text(before.isPresent() ? "backoffice.audit.older-rows" : "backoffice.audit.newest-rows"), entries);
		if (entries.size() == ROWS) {
			this.found.add(new Acts(
					Act.go(text("backoffice.audit.older"), Paths.AUDIT + "?" + BEFORE + "=" + entries.getLast().id())
						.quiet()
						.slim()
						.named("older")));
		}
	}

	private void show(String caption, List<AuditEntry> entries) {
		this.found.removeAll();
		Component rows = entries.isEmpty() ? Prose.paragraph(text("backoffice.audit.empty"), "empty")
				: this.rows.table(caption, entries);
		this.found.add(Prose.paragraph(caption, "soft"), rows);
		rows.setId("audit");
	}

}
