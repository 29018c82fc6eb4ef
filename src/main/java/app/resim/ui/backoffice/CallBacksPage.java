package app.resim.ui.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

import app.resim.help.CallBack;
import app.resim.help.CallBacks;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Colleagues;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Icons;
import app.resim.ui.Language;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * People who want to be called back. Where they are reached is shown to whoever has taken
 * them on.
 */
@Route(value = "staff/callbacks", layout = StaffLayout.class)
@RolesAllowed({ "REVIEWER", "SENIOR" })
final class CallBacksPage extends Page {

	private final CallBacks callBacks;

	private final Colleagues colleagues;

	private final Clock clock;

	private final String me;

	private final Div said = new Div();

	private final Div lists = new Div();

	CallBacksPage(Visits visits, CallBacks callBacks, Colleagues colleagues, CurrentStaff current, Clock clock) {
		super(visits.current());
		this.callBacks = callBacks;
		this.colleagues = colleagues;
		this.clock = clock;
		this.me = current.name();
		withoutRail();
		title(text("callback.staff.title"));
		this.lists.addClassName("stack");
		add(new PageHead(text("callback.staff.title")).hint(text("callback.staff.hint", CallBacks.TRIES)),
				Notice.info(Icons.LOCKED, text("callback.staff.no-proof"), text("callback.staff.no-proof.text")),
				this.said, this.lists);
		list();
	}

	private void list() {
		List<CallBack> all = this.callBacks.all();
		List<CallBack> open = all.stream().filter(each -> each.end().isEmpty()).toList();
		List<CallBack> ended = all.stream().filter(each -> each.end().isPresent()).toList();
		Component waiting = open.isEmpty() ? Prose.paragraph(text("callback.staff.empty"), "empty") : table(open);
		waiting.setId("call-backs");
		this.lists.removeAll();
		this.lists.add(new Stack(text("callback.staff.open"), waiting));
		if (!ended.isEmpty()) {
			this.lists.add(new Stack(text("callback.staff.ended"), endings(ended)));
		}
	}

	private StaffTable table(List<CallBack> open) {
		var table = new StaffTable(text("callback.staff.open"), text("callback.staff.when"),
				text("callback.staff.topic"), text("callback.staff.where"), text("backoffice.keeping.act"));
		for (int i = 0; i < open.size(); i++) {
			CallBack each = open.get(i);
			boolean mine = each.claim().map(CallBack.Claim::staff).filter(this.me::equals).isPresent();
			table.row(pressing(each), StaffTable.two(StaffTable.said(window(each)), asked(each)),
					StaffTable.two(StaffTable.said(topic(each)), spoken(each)), where(each, mine),
					acts(each, mine, i + 1));
		}
		return table;
	}

	private Pressing pressing(CallBack each) {
		Instant now = this.clock.instant();
		if (each.window().until().isBefore(now)) {
			return Pressing.LATE;
		}
		return each.window().from().isAfter(now) ? Pressing.NO : Pressing.SOON;
	}

	private String window(CallBack each) {
		String window = times().between(each.window().from(), each.window().until());
		return (pressing(each) == Pressing.LATE) ? text("callback.staff.late", window) : window;
	}

	private String asked(CallBack each) {
		return text("callback.staff.asked", times().stamp(each.askedAt()), each.tries());
	}

	private String topic(CallBack each) {
		return text("callback.topic." + each.topic().name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	private String spoken(CallBack each) {
		return text(each.phone() ? "callback.staff.phone" : "callback.staff.mail",
				words().nameOf(Language.nearest(each.language())));
	}

	/** Whoever only looks sees no number. */
	private Component where(CallBack each, boolean mine) {
		Optional<String> contact = mine ? this.callBacks.contact(each.id(), this.me) : Optional.empty();
		return contact.<Component>map(Prose::number)
			.orElseGet(() -> Prose.span(each.claim()
				.map(claim -> text("callback.staff.claimed", this.colleagues.nameOf(claim.staff()),
						times().stamp(claim.since())))
				.orElseGet(() -> text("callback.staff.hidden")), "soft"));
	}

	private Component acts(CallBack each, boolean mine, int place) {
		List<Act> acts = new ArrayList<>();
		if (mine) {
			acts.add(act(each, "done", place, this.callBacks::finish));
			acts.add(act(each, "not-reached", place, this.callBacks::notReached).quiet());
			acts.add(act(each, "give-back", place, this.callBacks::giveBack).quiet());
		}
		else {
			acts.add(act(each, "claim", place, this.callBacks::claim).quiet());
		}
		return new Acts(acts.toArray(Act[]::new));
	}

	private Act act(CallBack each, String deed, int place, BiPredicate<UUID, String> does) {
		return Act.press(text("callback.staff." + deed), () -> settle(does.test(each.id(), this.me)))
			.slim()
			.unseen(window(each))
			.named(deed + "-" + place);
	}

	private void settle(boolean done) {
		this.said.removeAll();
		if (!done) {
			this.said.add(Notice.warn(text("callback.staff.gone"), "").announced());
		}
		list();
		begin();
	}

	private StaffTable endings(List<CallBack> ended) {
		var table = new StaffTable(text("callback.staff.ended"), text("callback.staff.end"),
				text("callback.staff.topic"), text("callback.staff.outcome"));
		ended.forEach(each -> table.row(Pressing.NO,
				StaffTable.said(each.end().map(end -> times().stamp(end.at())).orElse("")),
				StaffTable.said(topic(each)), StaffTable.said(outcome(each))));
		return table;
	}

	private String outcome(CallBack each) {
		return each.end()
			.map(end -> text(
					"callback.staff.outcome." + end.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-')))
			.orElse("");
	}

}
