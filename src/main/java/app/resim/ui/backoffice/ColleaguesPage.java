package app.resim.ui.backoffice;

import java.util.List;

import app.resim.account.Staff;
import app.resim.account.StaffFactors;
import app.resim.account.StaffLink;
import app.resim.account.StaffMember;
import app.resim.account.Subscribers;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Colleagues;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Form;
import app.resim.ui.Icons;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Which accounts members of staff neither see nor decide about, because they are their
 * own or of people close to them; and the way back for those who have lost their proof.
 */
@Route(value = "staff/colleagues", layout = StaffLayout.class)
@RolesAllowed("SENIOR")
final class ColleaguesPage extends Page {

	private final Staff staff;

	private final Subscribers subscribers;

	private final Colleagues colleagues;

	private final String me;

	private final Div adding = new Div();

	private final Div links = new Div();

	ColleaguesPage(Visits visits, Staff staff, StaffFactors factors, Subscribers subscribers, Colleagues colleagues,
			CurrentStaff current) {
		super(visits.current());
		this.staff = staff;
		this.subscribers = subscribers;
		this.colleagues = colleagues;
		this.me = current.name();
		withoutRail();
		title(text("backoffice.colleagues.title"));
		this.adding.addClassName("stack");
		this.links.addClassName("stack");
		add(new PageHead(text("backoffice.colleagues.title")).hint(text("backoffice.colleagues.hint")), this.adding,
				this.links, new FactorResets(visit(), staff, factors, this.me));
		ask();
		list();
	}

	private void ask(Component... said) {
		TextQuestion colleague = TextQuestion.labelled(words(), "colleague", text("backoffice.colleagues.name"))
			.brief();
		TextQuestion contact = TextQuestion.labelled(words(), "contact", text("backoffice.colleagues.account"))
			.hint(text("backoffice.customer.contact.hint"))
			.brief();
		this.adding.removeAll();
		this.adding.add(said);
		this.adding.add(new Stack(text("backoffice.colleagues.add"), Form.of(() -> find(colleague, contact), colleague,
				contact, new Acts(Act.submit(text("backoffice.customer.find")).slim().named("find")))));
	}

	private void find(TextQuestion colleague, TextQuestion contact) {
		accept();
		this.staff.find(colleague.typed())
			.ifPresentOrElse(member -> find(member, contact),
					() -> refuse(colleague, text("backoffice.colleagues.name.unknown")));
	}

	private void find(StaffMember member, TextQuestion contact) {
		try {
			FoundCustomer.find(this.subscribers, contact.typed(), visit().brand().region())
				.ifPresentOrElse(found -> confirm(member, found),
						() -> refuse(contact, text("backoffice.customer.none")));
		}
		catch (DirectoryUnreachable ex) {
			refuse(contact, text("backoffice.customer.down"));
		}
	}

	private void confirm(StaffMember member, FoundCustomer found) {
		this.adding.removeAll();
		var heading = new H2(text("backoffice.colleagues.sure", member.displayName()));
		Act yes = Act.press(text("backoffice.colleagues.yes"), () -> add(member, found)).slim().named("add");
		this.adding.add(heading, found.facts(words()),
				new Acts(yes, Act.press(text("backoffice.customer.another"), () -> ask()).aside().named("another")));
		yes.focus();
	}

	private void add(StaffMember member, FoundCustomer found) {
		boolean added = this.staff.link(member.name(), found.id(), this.me);
		ask((added ? Notice.ok(text("backoffice.colleagues.added", member.displayName()), "")
				: Notice.info(Icons.INFO, text("backoffice.colleagues.known", member.displayName()), ""))
			.announced());
		list();
		begin();
	}

	private void list() {
		this.links.removeAll();
		List<StaffLink> all = this.staff.links();
		Component shown = all.isEmpty() ? Prose.paragraph(text("backoffice.colleagues.none"), "empty") : table(all);
		shown.setId("links");
		this.links.add(new Stack(text("backoffice.colleagues.list"), shown));
	}

	private StaffTable table(List<StaffLink> all) {
		var table = new StaffTable(text("backoffice.colleagues.list"), text("backoffice.colleagues.who"),
				text("backoffice.customer.key"), text("backoffice.keeping.act"));
		all.forEach(link -> table.row(Pressing.NO,
				StaffTable.two(StaffTable.said(this.colleagues.nameOf(link.staff())), link.staff()),
				Prose.span("`" + link.account() + "`"), removing(link)));
		return table;
	}

	/** Nobody frees their own account. */
	private Component removing(StaffLink link) {
		return link.staff().equals(this.me) ? Prose.span(text("backoffice.colleagues.own"), "soft")
				: Act.press(text("backoffice.colleagues.remove"), () -> remove(link))
					.quiet()
					.slim()
					.named("remove-" + link.staff() + "-" + link.account());
	}

	private void remove(StaffLink link) {
		if (this.staff.unlink(link.staff(), link.account(), this.me)) {
			ask(Notice.ok(text("backoffice.colleagues.removed", this.colleagues.nameOf(link.staff())), "").announced());
		}
		list();
		begin();
	}

}
