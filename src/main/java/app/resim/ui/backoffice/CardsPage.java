package app.resim.ui.backoffice;

import java.util.List;
import java.util.Locale;

import app.resim.request.CardDesk;
import app.resim.request.CardRow;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Link;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * The physical cards that people have something to do with.
 */
@Route(value = "staff/cards", layout = StaffLayout.class)
@RolesAllowed({ "REVIEWER", "CLERK" })
final class CardsPage extends LivePage {

	private final CardDesk desk;

	private final String me;

	private final Div content = new Div();

	CardsPage(Visits visits, CardDesk desk, CurrentStaff staff, LiveWork live) {
		super(visits.current(), live);
		this.desk = desk;
		this.me = staff.name();
		withoutRail();
		title(text("desk.title"));
		add(new PageHead(text("desk.title")).hint(text("desk.hint")), this.content);
		refresh();
	}

	@Override
	void refresh() {
		List<CardRow> open = this.desk.open(this.me);
		Component list = open.isEmpty() ? Prose.paragraph(text("desk.empty"), "empty") : table(open);
		list.setId("cards");
		this.content.removeAll();
		this.content.add(list);
	}

	private StaffTable table(List<CardRow> open) {
		var table = new StaffTable(text("desk.list"), text("desk.request"), text("desk.way"), text("desk.state"),
				text("desk.since"));
		open.forEach(card -> table.row(Pressing.NO, reference(card), way(card), Prose.span(text(state(card))),
				Prose.span(times().stamp(card.since()))));
		return table;
	}

	static String state(CardRow card) {
		return "desk.state." + card.state().map(Enum::name).orElse("none");
	}

	private static Component reference(CardRow card) {
		var link = new Link(Paths.card(card.reference()), card.reference().reference());
		link.setId("card-" + card.reference());
		link.addClassName("num");
		return twoLines(link, card.maskedLine());
	}

	private Component way(CardRow card) {
		Locale reader = words().language().locale();
		return twoLines(Prose.span(text("card.way." + card.way())),
				card.store().flatMap(visit().brand()::store).map(shop -> shop.name(reader)).orElse(""));
	}

	private static Component twoLines(Component first, String second) {
		Span line = Prose.span(second);
		line.addClassName("sub");
		Span cell = Prose.span("");
		cell.add(first, line);
		return cell;
	}

}
