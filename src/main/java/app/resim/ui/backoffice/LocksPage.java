package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.List;

import app.resim.account.Subscribers;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.kernel.Msisdn;
import app.resim.request.LockOpening;
import app.resim.request.LockOpenings;
import app.resim.request.LockOpenings.Answer;
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
 * Where two colleagues open the SIM lock of somebody who has lost the passkey for it.
 */
@Route(value = "staff/locks", layout = StaffLayout.class)
@RolesAllowed({ "REVIEWER", "SENIOR" })
final class LocksPage extends Page {

	private final LockOpenings openings;

	private final Subscribers subscribers;

	private final Colleagues colleagues;

	private final String me;

	private final Div asking = new Div();

	private final Div list = new Div();

	LocksPage(Visits visits, LockOpenings openings, Subscribers subscribers, Colleagues colleagues,
			CurrentStaff current) {
		super(visits.current());
		this.openings = openings;
		this.subscribers = subscribers;
		this.colleagues = colleagues;
		this.me = current.name();
		withoutRail();
		title(text("opening.title"));
		this.asking.addClassName("stack");
		this.list.addClassName("stack");
		add(new PageHead(text("opening.title")).hint(text("opening.hint")), this.asking, this.list);
		search();
		list();
	}

	private void search(Component... said) {
		TextQuestion contact = TextQuestion.labelled(words(), "contact", text("backoffice.colleagues.account"))
			.hint(text("backoffice.customer.contact.hint"))
			.brief();
		this.asking.removeAll();
		this.asking.add(said);
		this.asking.add(new Stack(text("opening.find"), Form.of(() -> find(contact), contact,
				new Acts(Act.submit(text("backoffice.customer.find")).slim().named("find")))));
	}

	private void find(TextQuestion contact) {
		accept();
		try {
			FoundCustomer.find(this.subscribers, contact.typed(), visit().brand().region())
				.ifPresentOrElse(this::found, () -> refuse(contact, text("backoffice.customer.none")));
		}
		catch (DirectoryUnreachable ex) {
			refuse(contact, text("backoffice.customer.down"));
		}
	}

	private void found(FoundCustomer customer) {
		List<Msisdn> locked = this.openings.lockedLines(customer.id());
		var why = TextQuestion.lines(words(), "opening-why", text("opening.why")).hint(text("opening.why.hint"));
		Act another = Act.press(text("backoffice.customer.another"), () -> search()).aside().named("another");
		List<Component> parts = new ArrayList<>();
		parts.add(customer.facts(words()));
		List<Act> acts = new ArrayList<>();
		for (int i = 0; i < locked.size(); i++) {
			Msisdn line = locked.get(i);
			acts.add(Act.press(text("opening.ask", line.masked()), () -> ask(customer, line, why))
				.slim()
				.named("ask-" + (i + 1)));
		}
		parts.add(acts.isEmpty() ? Prose.paragraph(text("opening.none"), "empty") : why);
		acts.add(another);
		parts.add(new Acts(acts.toArray(Act[]::new)));
		this.asking.removeAll();
		this.asking.add(new Stack(text("opening.evidence"), parts.toArray(Component[]::new)));
	}

	private void ask(FoundCustomer customer, Msisdn line, TextQuestion why) {
		accept();
		String said = why.typed().strip();
		if (said.isEmpty() || said.length() > LockOpenings.LONGEST) {
			refuse(why, text(said.isEmpty() ? "opening.why.missing" : "pause.why.long", LockOpenings.LONGEST));
			return;
		}
		settle(this.openings.ask(customer.id(), line, this.me, said), "opening.asked");
	}

	private void settle(Answer answer, String done) {
		search((switch (answer) {
			case DONE -> Notice.ok(text(done), text(done + ".text"));
			case GONE -> Notice.warn(text("opening.gone"), "");
			case SOMEBODY_ELSE -> Notice.warn(text("opening.somebody-else"), "");
			case NEEDS_SENIOR -> Notice.warn(text("opening.needs-senior"), "");
			case OWN_ACCOUNT -> Notice.warn(text("backoffice.own-account"), text("backoffice.own.text"));
		}).announced());
		list();
		begin();
	}

	private void list() {
		List<LockOpening> all = this.openings.all();
		Component shown = all.isEmpty() ? Prose.paragraph(text("opening.empty"), "empty") : table(all);
		shown.setId("openings");
		this.list.removeAll();
		this.list.add(new Stack(text("opening.list"), shown));
	}

	private StaffTable table(List<LockOpening> all) {
		var table = new StaffTable(text("opening.list"), text("opening.line"), text("opening.by"), text("opening.why"),
				text("backoffice.keeping.act"));
		for (int i = 0; i < all.size(); i++) {
			LockOpening opening = all.get(i);
			table.row(Pressing.NO,
					StaffTable.two(StaffTable.said(opening.line().masked()), opening.customer().subscriber()),
					StaffTable.two(StaffTable.said(this.colleagues.nameOf(opening.askedBy())),
							times().full(opening.askedAt())),
					Prose.verbatim(opening.why()), acts(opening, i + 1));
		}
		return table;
	}

	private Component acts(LockOpening opening, int place) {
		String line = opening.line().masked();
		Act drop = Act
			.press(text("opening.drop"), () -> settle(this.openings.drop(opening.line(), this.me), "opening.dropped"))
			.quiet()
			.slim()
			.unseen(line)
			.named("drop-" + place);
		if (opening.opensAt().isPresent()) {
			return stacked(Prose.paragraph(text("opening.opens", times().full(opening.opensAt().get()))),
					new Acts(drop));
		}
		if (opening.askedBy().equals(this.me)) {
			return stacked(Prose.paragraph(text("opening.somebody-else"), "soft"), new Acts(drop));
		}
		return new Acts(Act
			.press(text("opening.agree"), () -> settle(this.openings.agree(opening.line(), this.me), "opening.agreed"))
			.slim()
			.unseen(line)
			.named("agree-" + place), drop);
	}

	private static Div stacked(Component... parts) {
		var stacked = new Div(parts);
		stacked.addClassName("stack");
		return stacked;
	}

}
