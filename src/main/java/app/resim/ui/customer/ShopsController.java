package app.resim.ui.customer;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import app.resim.catalogue.Store;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Distances;
import app.resim.ui.Facts;
import app.resim.ui.Icons;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainPages;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import app.resim.visit.ShopFloor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The stores of the brand, for everybody: where, when, what is done there, what to bring,
 * how long one waits. A plain page, so that it works on the weakest connection.
 */
@Controller
class ShopsController {

	private final Visits visits;

	private final PlainPages plain;

	private final Distances distances;

	private final ShopFloor floor;

	private final Clock clock;

	ShopsController(Visits visits, PlainPages plain, Distances distances, ShopFloor floor, Clock clock) {
		this.visits = visits;
		this.plain = plain;
		this.distances = distances;
		this.floor = floor;
		this.clock = clock;
	}

	@GetMapping("/shops")
	ResponseEntity<String> shops(@RequestParam MultiValueMap<String, String> asked) {
		var page = new Page(this.visits.current());
		List<Store> stores = page.visit().brand().stores();
		page.title(page.text("shops.title"));
		if (stores.isEmpty()) {
			page.add(new PageHead(page.text("shops.title"))
				.lead(page.text("shops.none", PhoneNumbers.spaced(page.visit().brand().hotline()))));
			return this.plain.show(page);
		}
		page.add(new PageHead(page.text("shops.title")).lead(page.text("shops.lead")));
		if (stores.stream().anyMatch(Store::demo)) {
			page.add(Notice.info(Icons.INFO, page.text("shops.demo"), page.text("shops.demo.text")));
		}
		page.add(this.distances.ask(page), list(page, stores, VisitChoice.read(asked)), bring(page, stores));
		return this.plain.show(page);
	}

	private OrderedList list(Page page, List<Store> stores, VisitChoice choice) {
		var list = new OrderedList();
		list.addClassName("rows");
		list.getElement().setAttribute("role", "list");
		stores.forEach(store -> list.add(row(page, store, choice)));
		return list;
	}

	private ListItem row(Page page, Store store, VisitChoice choice) {
		var words = new ShopWords(page);
		var heading = new H2(words.name(store));
		heading.setId("shop-" + store.id());
		var row = new ListItem(heading, this.distances.to(store.place()), Prose.paragraph(words.sentence(store)));
		var facts = Facts.plain()
			.fact(page.text("shops.queue"),
					words.queue(store, this.clock.instant(), this.floor.waiting(page.visit().brand().id(), store.id())))
			.fact(page.text("shops.does"), words.purposes(store), page.text("shops.takes", store.takesMinutes()));
		store.call()
			.ifPresent(number -> facts.fact(page.text("shops.call"),
					Link.alone("tel:" + number, PhoneNumbers.spaced(number))));
		row.add(facts, MapLinks.to(page, store));
		boolean offered = choice.purpose().map(store.services()::contains).orElse(true);
		if (offered) {
			row.add(new Acts(Act.go(page.text("shops.book"), choice.in(store.id()).href("/visits/new"))
				.slim()
				.unseen(words.name(store))
				.named("book-" + store.id())));
		}
		return row;
	}

	private static Stack bring(Page page, List<Store> stores) {
		var words = new ShopWords(page);
		var bring = new Stack(page.text("shops.bring"));
		for (Store.Service purpose : Store.Service.values()) {
			if (stores.stream().anyMatch(store -> store.services().contains(purpose))) {
				bring.add(Prose.paragraph("**" + page.text("visits.purpose." + ShopWords.key(purpose)) + "**"),
						words.bring(purpose, Optional.empty()));
			}
		}
		return bring;
	}

}
