package app.resim.ui.backoffice;

import java.util.List;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.Edition.State;
import app.resim.catalogue.Editions;
import app.resim.ui.Link;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Visits;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * All brands, and which of them somebody wants to change.
 */
@Route(value = "staff/catalogue", layout = StaffLayout.class)
@RolesAllowed({ "CATALOGUE", "SENIOR" })
final class CataloguePage extends Page {

	CataloguePage(Visits visits, Catalogue catalogue, Editions editions) {
		super(visits.current());
		withoutRail();
		title(text("catalogue.title"));
		var table = new StaffTable(text("catalogue.title"), text("catalogue.brand"), text("catalogue.standing"),
				text("catalogue.since"), text("catalogue.waiting"));
		catalogue.brands().forEach(brand -> row(table, brand, editions.of(brand.id())));
		add(new PageHead(text("catalogue.title")).hint(text("catalogue.hint")), table);
	}

	private void row(StaffTable table, Brand brand, List<Editions.Entry> editions) {
		table.row(Pressing.NO, new Link(Paths.CATALOGUE + "/" + brand.id(), brand.name()),
				Prose.span(text("catalogue.standing." + brand.standing().name())),
				Prose.span(editions.stream()
					.filter(entry -> entry.state() == State.PRESENT)
					.findFirst()
					.flatMap(entry -> entry.edition().agreedAt())
					.map(times()::stamp)
					.orElse("")),
				Prose.span(waiting(editions)));
	}

	private String waiting(List<Editions.Entry> editions) {
		long proposed = count(editions, State.PROPOSED);
		long coming = count(editions, State.COMING);
		return (proposed + coming == 0) ? text("catalogue.waiting.none")
				: text("catalogue.waiting.some", proposed, coming);
	}

	private static long count(List<Editions.Entry> editions, State state) {
		return editions.stream().filter(entry -> entry.state() == state).count();
	}

}
