package app.resim.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.Mark;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Whose number it is, for people who have not signed in: only the operator of a number
 * can replace its SIM, so whoever came to the wrong one is shown the way.
 */
@Controller
class OperatorPages {

	static final String PATH = "/operator";

	private final Visits visits;

	private final Catalogue catalogue;

	private final PlainPages plain;

	OperatorPages(Visits visits, Catalogue catalogue, PlainPages plain) {
		this.visits = visits;
		this.catalogue = catalogue;
		this.plain = plain;
	}

	@GetMapping(PATH)
	ResponseEntity<String> which() {
		var page = new Page(this.visits.current());
		page.title(page.text("operator.which"));
		page.back("/");
		page.add(new PageHead(page.text("operator.which")).lead(page.text("operator.which.lead")));
		var brands = new UnorderedList();
		brands.addClassName("rows");
		brands.getElement().setAttribute("role", "list");
		this.catalogue.brands().forEach(brand -> brands.add(row(where(page, brand), brand.name(), small(page, brand))));
		brands.add(row(PATH + "/other", page.text("operator.other"), page.text("operator.other.small")));
		page.add(brands, Disclosure.group(new Disclosure(page.text("operator.sure"), page.text("operator.sure.text"))));
		return this.plain.show(page);
	}

	private static ListItem row(String href, String name, String small) {
		var row = new ListItem(Link.alone(href, name));
		if (!small.isEmpty()) {
			row.add(Prose.paragraph(small, "soft"));
		}
		return row;
	}

	private static String where(Page page, Brand brand) {
		return isShown(page, brand) ? "/" : PATH + "/" + brand.id();
	}

	private static String small(Page page, Brand brand) {
		if (isShown(page, brand)) {
			return page.text("operator.shown");
		}
		return switch (brand.standing()) {
			case OWN -> "";
			case INVENTED -> page.text("operator.invented");
			case EXAMPLE -> page.text("operator.example");
		};
	}

	private static boolean isShown(Page page, Brand brand) {
		return page.visit().brand().id().equals(brand.id());
	}

	/**
	 * Somebody's number is with another operator: one whose customers this portal serves,
	 * or any other.
	 */
	@GetMapping(PATH + "/{brand}")
	ResponseEntity<String> another(@PathVariable String brand) {
		Optional<Brand> known = this.catalogue.brands()
			.stream()
			.filter(each -> each.id().brand().equals(brand))
			.findFirst();
		var page = new Page(this.visits.current());
		if (known.filter(each -> isShown(page, each)).isPresent()) {
			return this.plain.lead("/");
		}
		String shown = page.visit().brand().name();
		page.title(of(page, "operator.only", known));
		page.back(PATH);
		page.add(new PageHead(of(page, "operator.only", known)).lead(page.text("operator.only.text", shown)));
		known.ifPresent(each -> page.add(new Acts(
				Act.go(page.text("operator.go-on", each.name()), "/?" + BrandChoice.PARAMETER + "=" + each.id())
					.named("go-on"))));
		known.ifPresent(each -> page.add(ways(page, each).toArray(Component[]::new)));
		page.add(new Stack(page.text("operator.change", shown),
				Prose.paragraph(page.text("operator.change.text", shown)),
				new Steps(of(page, "operator.change.1", known), page.text("operator.change.2"),
						of(page, "operator.change.3", known), page.text("operator.change.4", shown),
						page.text("operator.change.5"))));
		return this.plain.show(page);
	}

	/** A sentence about a certain operator, or about whichever it is. */
	private static String of(Page page, String key, Optional<Brand> brand) {
		return brand.map(each -> page.text(key, each.name())).orElseGet(() -> page.text(key + "-yours"));
	}

	/** What the other operator has made public itself, and nothing else. */
	private static List<Component> ways(Page page, Brand brand) {
		List<Component> ways = new ArrayList<>();
		brand.site()
			.filter(site -> isPublic(brand, "site"))
			.ifPresent(site -> ways.add(Link.alone(site, page.text("operator.site", brand.name()))));
		if (isPublic(brand, "hotline")) {
			ways.add(Prose.paragraph(page.text("operator.call", PhoneNumbers.spaced(brand.hotline()))));
		}
		return ways.isEmpty() ? ways
				: List.of(new Stack(page.text("operator.ask", brand.name()), ways.toArray(Component[]::new)));
	}

	private static boolean isPublic(Brand brand, String field) {
		return brand.mark(field) == Mark.PUBLIC || brand.mark(field) == Mark.OWN;
	}

}
