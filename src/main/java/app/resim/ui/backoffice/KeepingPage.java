package app.resim.ui.backoffice;

import java.util.List;

import app.resim.account.Subscribers;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.identity.Forgetting;
import app.resim.kernel.SubscriberId;
import app.resim.privacy.ErasureOrder;
import app.resim.privacy.Hold;
import app.resim.privacy.Holds;
import app.resim.privacy.Privacy;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Colleagues;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Form;
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
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * How long things are kept: what the job that deletes has done, which legal holds lie,
 * and a customer's rights.
 */
@Route(value = "staff/keeping", layout = StaffLayout.class)
@RolesAllowed("SENIOR")
final class KeepingPage extends Page {

	private static final int RUNS = 20;

	private final Subscribers subscribers;

	private final Privacy privacy;

	private final Holds holds;

	private final Forgetting forgetting;

	private final Colleagues colleagues;

	private final String me;

	private final Div customer = new Div();

	private final Div lists = new Div();

	KeepingPage(Visits visits, Subscribers subscribers, Privacy privacy, Holds holds, Forgetting forgetting,
			CurrentStaff staff, Colleagues colleagues) {
		super(visits.current());
		this.subscribers = subscribers;
		this.privacy = privacy;
		this.holds = holds;
		this.forgetting = forgetting;
		this.colleagues = colleagues;
		this.me = staff.name();
		withoutRail();
		title(text("backoffice.keeping.title"));
		this.customer.addClassName("stack");
		this.customer.setId("customer");
		this.lists.addClassName("stack");
		add(new PageHead(text("backoffice.keeping.title")).hint(text("backoffice.keeping.hint",
				visit().brand().keeping().requestDays(), visit().brand().keeping().draftDays())), this.customer,
				this.lists);
		ask();
		list();
	}

	private void ask() {
		TextQuestion contact = TextQuestion.labelled(words(), "contact", text("backoffice.customer.contact"))
			.hint(text("backoffice.customer.contact.hint"))
			.brief();
		this.customer.removeAll();
		this.customer.add(new Stack(text("backoffice.keeping.find"), Form.of(() -> find(contact), contact,
				new Acts(Act.submit(text("backoffice.customer.find")).slim().named("find")))));
	}

	private void find(TextQuestion contact) {
		accept();
		try {
			FoundCustomer.find(this.subscribers, contact.typed(), visit().brand().region())
				.ifPresentOrElse(found -> show(found), () -> refuse(contact, text("backoffice.customer.none")));
		}
		catch (DirectoryUnreachable ex) {
			refuse(contact, text("backoffice.customer.down"));
		}
	}

	private void show(FoundCustomer found, Component... said) {
		this.customer.removeAll();
		this.customer.add(said);
		this.customer
			.add(new CustomerRights(this, found, new CustomerRights.Desk(this.privacy, this.holds, this.me), answer -> {
				show(found, answer);
				list();
			}));
		this.customer.add(new Acts(Act.press(text("backoffice.customer.another"), () -> {
			accept();
			ask();
		}).aside().named("another")));
		// what was pressed is gone
		begin();
	}

	private void list() {
		this.lists.removeAll();
		List<ErasureOrder> unfinished = this.privacy.unfinished();
		if (!unfinished.isEmpty()) {
			this.lists.add(Notice.warn(text("backoffice.keeping.unfinished", unfinished.size()),
					text("backoffice.keeping.unfinished.text")));
		}
		this.lists.add(new Stack(text("backoffice.keeping.holds"), holds()),
				new Stack(text("backoffice.keeping.runs"), runs()));
	}

	private Component holds() {
		List<Hold> lying = this.holds.lying();
		Component shown = lying.isEmpty() ? Prose.paragraph(text("backoffice.keeping.holds.none"), "empty")
				: table(lying);
		shown.setId("holds");
		return shown;
	}

	private StaffTable table(List<Hold> lying) {
		var table = new StaffTable(text("backoffice.keeping.holds"), text("backoffice.customer.key"),
				text("backoffice.keeping.since"), text("backoffice.keeping.by"), text("backoffice.keeping.reason"),
				text("backoffice.keeping.act"));
		lying.forEach(hold -> table.row(Pressing.NO, Prose.span("`" + hold.customer() + "`"),
				Prose.span(times().full(hold.at())), StaffTable.said(this.colleagues.nameOf(hold.by())),
				Prose.verbatim(hold.reason()),
				Act.press(text("backoffice.keeping.lift"), () -> lift(hold.customer()))
					.quiet()
					.slim()
					.named("lift-" + hold.customer())));
		return table;
	}

	private void lift(SubscriberId held) {
		Notice said = CustomerRights.told(words(), this.holds.lift(held, this.me), "backoffice.keeping.lifted");
		ask();
		this.customer.addComponentAsFirst(said.announced());
		list();
		begin();
	}

	private Component runs() {
		List<Forgetting.Run> latest = this.forgetting.latest(RUNS);
		Component shown = latest.isEmpty() ? Prose.paragraph(text("backoffice.keeping.runs.none"), "empty")
				: runs(latest);
		shown.setId("runs");
		return shown;
	}

	private StaffTable runs(List<Forgetting.Run> latest) {
		var table = new StaffTable(text("backoffice.keeping.runs"), text("backoffice.keeping.ran"),
				text("backoffice.keeping.pictures"), text("backoffice.keeping.numbers"),
				text("backoffice.keeping.held"), text("backoffice.keeping.failed"));
		latest.forEach(
				run -> table.row((run.failures() > 0) ? Pressing.LATE : Pressing.NO, Prose.span(times().full(run.at())),
						count(run.pictures()), count(run.numbers()), count(run.held()), count(run.failures())));
		return table;
	}

	private static Component count(int number) {
		return Prose.number(Integer.toString(number));
	}

}
