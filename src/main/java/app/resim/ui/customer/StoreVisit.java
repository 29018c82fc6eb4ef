package app.resim.ui.customer;

import java.util.List;
import java.util.Locale;

import app.resim.catalogue.Store;
import app.resim.request.Asking;
import app.resim.request.RequestView;
import app.resim.ui.Facts;
import app.resim.ui.Page;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import com.vaadin.flow.component.html.Div;

/**
 * Where to go, what to bring and until when.
 */
final class StoreVisit extends Div {

	StoreVisit(Page page, RequestView request) {
		setId("store");
		addClassName("stack");
		Asking asking = request.asking().orElseThrow();
		asking.note()
			.ifPresent(note -> add(Facts.plain().fact(page.text("status.picture.note"), Prose.verbatim(note))));
		add(new Stack(page.text("status.store.where"), new PlainList(stores(page))),
				new Stack(page.text("status.store.bring"),
						new PlainList(page.text("status.store.bring.document"),
								page.text("status.store.bring.reference", request.reference().reference()),
								page.text("status.store.bring.phone"))),
				Prose.paragraph(page.text("status.store.until", page.times().by(asking.until()))));
	}

	private static List<String> stores(Page page) {
		List<Store> stores = page.visit().brand().stores();
		if (stores.isEmpty()) {
			return List.of(page.text("status.store.where.none", PhoneNumbers.spaced(page.visit().brand().hotline())));
		}
		Locale reader = page.words().language().locale();
		return stores.stream()
			.map(store -> page.text("status.store.where.one", store.name(reader), store.address(reader),
					page.times().hours(store)))
			.toList();
	}

}
