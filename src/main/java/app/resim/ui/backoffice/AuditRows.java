package app.resim.ui.backoffice;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import app.resim.audit.AuditEntry;
import app.resim.request.RequestReference;
import app.resim.ui.Link;
import app.resim.ui.Prose;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Visit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;

/**
 * Rows of the audit trail as a table. Deeds and keys are shown as they are kept, in any
 * language: they are what other records are compared with.
 */
final class AuditRows {

	/** To the second and alike in every language, so that rows can be compared. */
	private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

	private final Visit visit;

	private final Labels labels;

	AuditRows(Visit visit) {
		this.visit = visit;
		this.labels = new Labels(visit.words());
	}

	StaffTable table(String caption, List<AuditEntry> entries) {
		var table = new StaffTable(caption, column("at"), column("actor"), column("deed"), column("subject-column"),
				column("details"));
		entries.forEach(entry -> table.row(Pressing.NO, at(entry), actor(entry), plain(entry.deed(), "code"),
				subject(entry), details(entry)));
		return table;
	}

	private String column(String name) {
		return this.visit.text("backoffice.audit." + name);
	}

	private Component at(AuditEntry entry) {
		return Prose.number(EXACT.format(entry.at().atZone(this.visit.brand().zone())));
	}

	private Component actor(AuditEntry entry) {
		return StaffTable.two(Prose.span(this.labels.actor(entry.actor().kind())), entry.actor().id());
	}

	private static Component subject(AuditEntry entry) {
		return RequestReference.read(entry.subject())
			.filter(reference -> reference.reference().equals(entry.subject()))
			.<Component>map(reference -> new Link(Paths.history(reference.reference()), reference.reference()))
			.orElseGet(() -> plain(entry.subject(), "code"));
	}

	private static Component details(AuditEntry entry) {
		return entry.details().isEmpty() ? Prose.span("–", "soft") : plain(entry.details(), "sub");
	}

	/** As it is: these are not texts of ours, so marks in them mean nothing. */
	private static Span plain(String text, String className) {
		var span = new Span(text);
		span.addClassName(className);
		return span;
	}

}
