package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.account.Readiness;
import app.resim.account.ResetAsked;
import app.resim.account.Staff;
import app.resim.account.StaffFactors;
import app.resim.account.StaffMember;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Notice;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Visit;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;

/**
 * Who of the staff proves what after the password, with a way back for those who have
 * lost it: one senior colleague asks for it, a second colleague confirms it.
 */
final class FactorResets extends Div {

	private final Visit visit;

	private final Staff staff;

	private final StaffFactors factors;

	private final String me;

	FactorResets(Visit visit, Staff staff, StaffFactors factors, String me) {
		this.visit = visit;
		this.staff = staff;
		this.factors = factors;
		this.me = me;
		addClassName("stack");
		list();
	}

	private void list(Component... said) {
		var table = new StaffTable(text("seats.reset"), text("backoffice.colleagues.who"), text("seats.reset.has"),
				text("backoffice.keeping.act"));
		List<ResetAsked> asked = this.factors.resetsAsked();
		this.staff.everybody().forEach(member -> {
			Readiness ready = this.factors.of(member.name());
			table.row(Pressing.NO, StaffTable.two(StaffTable.said(member.displayName()), member.name()),
					new Div(has(ready).toArray(Component[]::new)), resetting(member, ready, asked));
		});
		show(said, Prose.paragraph(text("seats.reset.hint")), table);
	}

	private void show(Component[] said, Component... parts) {
		List<Component> all = new ArrayList<>(List.of(said));
		all.addAll(List.of(parts));
		removeAll();
		add(new Stack(text("seats.reset"), all.toArray(Component[]::new)));
	}

	private List<Component> has(Readiness ready) {
		List<Component> has = new ArrayList<>();
		if (ready.app()) {
			has.add(Prose.paragraph(text("seats.reset.has.app")));
		}
		if (!ready.passkeys().isEmpty()) {
			has.add(Prose.paragraph(this.visit.text("seats.reset.has.passkeys", ready.passkeys().size())));
		}
		return has.isEmpty() ? List.of(Prose.paragraph(text("seats.reset.has.none"), "soft")) : has;
	}

	/** Nobody frees themselves of a proof. */
	private Component resetting(StaffMember member, Readiness ready, List<ResetAsked> resets) {
		if (member.name().equals(this.me)) {
			return Prose.span(text("seats.reset.own"), "soft");
		}
		Optional<ResetAsked> asked = resets.stream().filter(each -> each.name().equals(member.name())).findFirst();
		if (asked.isPresent()) {
			return Prose.span(
					this.visit.text("seats.reset.waits",
							this.staff.find(asked.get().by()).map(StaffMember::displayName).orElse(asked.get().by())),
					"soft");
		}
		return ready.any() ? Act.press(text("seats.reset.act"), () -> ask(member))
			.quiet()
			.slim()
			.unseen(member.displayName())
			.named("reset-" + member.name()) : Prose.span("–");
	}

	private void ask(StaffMember member) {
		Act yes = Act.press(this.visit.text("seats.reset.yes", member.displayName()), () -> askFor(member))
			.slim()
			.named("reset-yes");
		show(new Component[0], new H3(this.visit.text("seats.reset.sure", member.displayName())),
				Prose.paragraph(text("seats.reset.sure.text")),
				new Acts(yes, Act.press(text("seats.reset.no"), () -> list()).aside().named("reset-no")));
		yes.focus();
	}

	private void askFor(StaffMember member) {
		if (this.factors.askReset(member.name(), this.me)) {
			list(Notice.ok(this.visit.text("seats.reset.done", member.displayName()), "").announced());
		}
		else {
			list();
		}
	}

	private String text(String key) {
		return this.visit.text(key);
	}

}
