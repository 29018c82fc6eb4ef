package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import app.resim.account.StaffMember.Role;
import app.resim.counterpart.Counterpart;
import app.resim.counterpart.Counterparts;
import app.resim.request.Halt;
import app.resim.request.Halts;
import app.resim.request.RequestReference;
import app.resim.ui.Act;
import app.resim.ui.Badge;
import app.resim.ui.Badge.Look;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Facts;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Which other systems answer, and the requests that stand still because one of them does
 * not do its part.
 */
@Route(value = "staff/systems", layout = StaffLayout.class)
@RolesAllowed({ "REVIEWER", "SENIOR", "FRAUD" })
final class SystemsPage extends LivePage {

	private final Halts halts;

	private final Counterparts counterparts;

	private final String me;

	private final boolean tries;

	private final Div said = new Div();

	private final Div content = new Div();

	SystemsPage(Visits visits, Halts halts, Counterparts counterparts, CurrentStaff staff, LiveWork live) {
		super(visits.current(), live);
		this.halts = halts;
		this.counterparts = counterparts;
		this.me = staff.name();
		this.tries = staff.signedIn().roles().contains(Role.REVIEWER);
		title(text("halt.title"));
		this.content.addClassName("stack");
		add(new PageHead(text("halt.title")).hint(text("halt.hint")), this.said, this.content);
		refresh();
	}

	@Override
	void refresh() {
		List<Halt> standing = this.halts.all();
		Component list = standing.isEmpty() ? Prose.paragraph(text("halt.empty"), "empty") : table(standing);
		list.setId("halts");
		this.content.removeAll();
		this.content.add(new Stack(text("halt.systems"), systems()), new Stack(text("halt.list"), list));
	}

	private Component systems() {
		List<Counterpart> asked = this.counterparts.all()
			.stream()
			.sorted(Comparator.comparing(Counterpart::name))
			.toList();
		if (asked.isEmpty()) {
			return Prose.paragraph(text("halt.systems.none"), "empty");
		}
		Facts facts = Facts.plain();
		asked.forEach(system -> facts.fact(text("halt.system." + system.name()), system.answers()
				? new Badge(Look.OK, text("halt.answers")) : new Badge(Look.DANGER, text("halt.silent"))));
		return facts;
	}

	private StaffTable table(List<Halt> standing) {
		var table = new StaffTable(text("halt.list"), text("halt.request"), text("halt.known"), text("halt.asked"),
				text("backoffice.keeping.act"));
		standing.forEach(halt -> table.row(halt.needsPerson() ? Pressing.LATE : Pressing.NO, reference(halt),
				known(halt), new AskedList(visit(), halt.asked(), AskedList.FEW), act(halt)));
		return table;
	}

	private static Component reference(Halt halt) {
		String reference = halt.reference().reference();
		var link = new Link(Paths.caseOf(halt.reference()), reference);
		link.addClassName("num");
		Span line = Prose.number(halt.maskedLine());
		line.addClassName("sub");
		Span cell = Prose.span("");
		cell.add(link, line);
		return cell;
	}

	private Component known(Halt halt) {
		var labels = new Labels(words());
		List<Component> parts = new ArrayList<>();
		parts.add(Prose.paragraph(labels.fault(halt.fault())));
		parts.add(Prose.paragraph(text("backoffice.stalled.code", halt.fault().isEmpty() ? "–" : halt.fault()), "soft",
				"small"));
		parts.add(Prose.paragraph(
				halt.needsPerson() ? text("halt.person")
						: text("halt.next", halt.tries(), halt.nextTry().map(times()::at).orElse("–")),
				"soft", "small"));
		return new Div(parts.toArray(Component[]::new));
	}

	private Component act(Halt halt) {
		if (!this.tries) {
			return Prose.span("–");
		}
		String reference = halt.reference().reference();
		return Act.press(text("backoffice.stalled.again"), () -> tryNow(halt.reference()))
			.quiet()
			.slim()
			.unseen(reference)
			.named("try-" + reference);
	}

	private void tryNow(RequestReference reference) {
		this.said.removeAll();
		this.said.add((switch (this.halts.tryNow(reference, this.me)) {
			case DONE -> Notice.ok(text("halt.done", reference.reference()), text("halt.done.text"));
			case GONE -> Notice.ok(text("halt.gone", reference.reference()), "");
			case OWN_ACCOUNT -> Notice.warn(text("backoffice.own-account"), text("backoffice.own.text"));
		}).announced());
		refresh();
	}

}
