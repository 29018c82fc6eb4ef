package app.resim.ui.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import app.resim.catalogue.Store;
import app.resim.request.Asking;
import app.resim.request.CardView;
import app.resim.request.RequestView;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Facts;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.visit.Appointment;
import com.vaadin.flow.component.html.Div;

/**
 * Where to go, what to bring and until when.
 */
final class StoreVisit extends Div {

	StoreVisit(Page page, RequestView request, Optional<Appointment> booked) {
		setId("store");
		addClassName("stack");
		Asking asking = request.asking().orElseThrow();
		asking.note()
			.ifPresent(note -> add(Facts.plain().fact(page.text("status.picture.note"), Prose.verbatim(note))));
		appointment(page, request, booked);
		add(new Stack(page.text("status.store.where"), new PlainList(stores(page, request))),
				new Stack(page.text("status.store.bring"),
						new PlainList(page.text("status.store.bring.document"),
								page.text("status.store.bring.reference", request.reference().reference()),
								page.text("status.store.bring.phone"))),
				Prose.paragraph(page.text("status.store.until", page.times().by(asking.until()))));
	}

	private static String about(RequestView request) {
		String what = request.card().isPresent() ? "for=card" : "for=visit";
		return what + "&about=" + request.reference().reference()
				+ chosen(request).map(store -> "&store=" + store).orElse("");
	}

	private void appointment(Page page, RequestView request, Optional<Appointment> booked) {
		boolean offered = page.visit()
			.brand()
			.stores()
			.stream()
			.anyMatch(store -> store.services().contains(Store.Service.VISIT));
		booked.ifPresentOrElse(visit -> {
			var words = new ShopWords(page);
			String where = page.visit().brand().store(visit.store()).map(words::name).orElse("");
			add(Notice.ok(page.text("visits.status.booked", page.times().full(visit.begins())), where)
				.act(Act.go(page.text("visits.all.see"), VisitView.path(visit.reference())).quiet().named("visit")));
		}, () -> {
			if (offered) {
				add(Prose.paragraph(page.text("visits.status.none")),
						new Acts(Act.go(page.text("visits.book"), NewVisitView.PATH + "?" + about(request))
							.named("book-visit")));
			}
		});
		if (offered) {
			add(Link.alone("/shops?" + about(request), page.text("visits.shops")));
		}
	}

	/** The one that its owner has chosen, if any was. */
	private static Optional<String> chosen(RequestView request) {
		return request.card().flatMap(CardView::store);
	}

	private static List<String> stores(Page page, RequestView request) {
		List<Store> stores = page.visit()
			.brand()
			.stores()
			.stream()
			.filter(store -> chosen(request).filter(id -> !id.equals(store.id())).isEmpty())
			.toList();
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
