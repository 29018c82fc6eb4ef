package app.resim.ui.customer;

import java.util.Locale;

import app.resim.catalogue.Store;
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
import app.resim.ui.ShellLayout;
import app.resim.ui.Visits;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Which shop hands the card over.
 */
@Route(value = "requests/:reference/place", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class PlaceView extends QuestionPage {

	private final CardRequests cards;

	PlaceView(Visits visits, CurrentCustomer customer, Requests requests, CardRequests cards) {
		super(visits, customer, requests, Question.PLACE);
		this.cards = cards;
	}

	@Override
	void ask(RequestView found) {
		title(text("card.place.question"));
		Locale reader = words().language().locale();
		var shops = ChoiceCards.<String>heading(words(), "place", text("card.place.question"))
			.hint(text("card.place.hint"));
		for (Store store : visit().brand().stores()) {
			shops.card(store.id(), store.id(), store.name(reader), store.address(reader), null);
		}
		found.card().flatMap(CardView::store).ifPresent(shops::choose);
		add(Form.of(() -> answered(shops), shops, new Acts(Act.submit(text("shell.continue")).named("continue"))));
	}

	private void answered(ChoiceCards<String> shops) {
		accept();
		shops.chosen()
			.ifPresentOrElse(shop -> saved(() -> this.cards.chooseStore(reference(), owner(), shop)),
					() -> refuse(shops, text("card.place.none")));
	}

}
