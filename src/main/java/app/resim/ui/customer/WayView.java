package app.resim.ui.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import app.resim.catalogue.Cards;
import app.resim.catalogue.SimWay;
import app.resim.request.CardRequests;
import app.resim.request.CardView;
import app.resim.request.Question;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.ChoiceCards;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Form;
import app.resim.ui.Icons;
import app.resim.ui.PlainList;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visits;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * How a physical card comes to its owner, with what each way takes.
 */
@Route(value = "requests/:reference/way", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class WayView extends QuestionPage {

	private final CardRequests cards;

	WayView(Visits visits, CurrentCustomer customer, Requests requests, CardRequests cards) {
		super(visits, customer, requests, Question.WAY);
		this.cards = cards;
	}

	@Override
	void ask(RequestView found) {
		title(text("card.way.question"));
		var ways = ChoiceCards.<SimWay>heading(words(), "way", text("card.way.question")).hint(text("card.way.hint"));
		for (SimWay way : Way.cards(visit().brand())) {
			String key = "card.way." + way.name();
			List<String> more = new ArrayList<>(List.of(text(key + ".how"), text(key + ".bring")));
			visit().brand().cards().ifPresent(cards -> more.add(time(key + ".time", way, cards)));
			Optional.ofNullable(visit().brand().fees().ways().get(way))
				.filter(fee -> !fee.isZero())
				.ifPresent(fee -> more.add(text("card.way.fee", words().money(fee))));
			ways.card(way, way.name().toLowerCase(Locale.ROOT), text(key), text(key + ".text"), icon(way))
				.unfolding(new PlainList(more));
		}
		found.card().flatMap(CardView::way).ifPresent(ways::choose);
		add(Form.of(() -> answered(ways), ways, new Acts(Act.submit(text("shell.continue")).named("continue"))));
	}

	private String time(String key, SimWay way, Cards cards) {
		return switch (way) {
			case ESIM, STORE -> text(key, times().span(cards.counter()));
			case PICKUP -> text(key, times().span(cards.pickupWithin()), cards.pickupKeptDays());
			case COURIER -> text(key, cards.courierDays());
		};
	}

	private static Icons icon(SimWay way) {
		return switch (way) {
			case ESIM, STORE -> Icons.PERSON;
			case PICKUP -> Icons.SIM;
			case COURIER -> Icons.MAIL;
		};
	}

	private void answered(ChoiceCards<SimWay> ways) {
		accept();
		ways.chosen()
			.ifPresentOrElse(way -> saved(() -> this.cards.chooseWay(reference(), owner(), way)),
					() -> refuse(ways, text("card.way.none")));
	}

}
