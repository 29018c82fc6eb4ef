package app.resim.ui.customer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.request.CardRequests;
import app.resim.request.PostalAddress;
import app.resim.request.PostalAddress.Part;
import app.resim.request.Question;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Facts;
import app.resim.ui.Form;
import app.resim.ui.PageHead;
import app.resim.ui.Problem;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Where the courier brings the card. The name on the parcel is the account holder's and
 * cannot be changed, because the courier asks for that person's document.
 */
@Route(value = "requests/:reference/address", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class AddressView extends QuestionPage {

	private final CardRequests cards;

	private final Subscribers subscribers;

	private final Map<Part, TextQuestion> parts = new EnumMap<>(Part.class);

	AddressView(Visits visits, CurrentCustomer customer, Requests requests, CardRequests cards,
			Subscribers subscribers) {
		super(visits, customer, requests, Question.ADDRESS);
		this.cards = cards;
		this.subscribers = subscribers;
	}

	@Override
	void ask(RequestView found) {
		title(text("card.address.question"));
		add(new PageHead(text("card.address.question")).hint(text("card.address.hint")));
		this.subscribers.find(owner())
			.map(Subscriber::name)
			.ifPresent(name -> add(Facts.plain().fact(text("card.address.name"), Prose.verbatim(name))));
		this.parts.clear();
		Optional<PostalAddress> known = this.cards.address(found.reference(), owner());
		List<Component> fields = new ArrayList<>();
		PostalAddress.form(country()).forEach(part -> {
			TextQuestion field = field(part);
			known.map(address -> address.parts().getOrDefault(part, "")).ifPresent(field::filled);
			this.parts.put(part, field);
			fields.add(field);
		});
		fields.add(new Acts(Act.submit(text("shell.continue")).named("continue")));
		add(Form.of(this::answered, fields.toArray(Component[]::new)));
	}

	private String country() {
		return visit().brand().region();
	}

	private TextQuestion field(Part part) {
		String name = part.name().toLowerCase(Locale.ROOT);
		var field = TextQuestion.labelled(words(), name, PostalAddress.isNeeded(part) ? text("card.address." + part)
				: text("card.address.optional", text("card.address." + part)))
			.autocomplete(switch (part) {
				case AREA, PROVINCE -> "address-level1";
				case CITY -> "address-level2";
				case DISTRICT -> "address-level3";
				case STREET -> "address-line1";
				case FLAT -> "address-line2";
				case POSTCODE -> "postal-code";
			});
		return (part == Part.POSTCODE) ? field.digits().brief() : field;
	}

	private void answered() {
		accept();
		Map<Part, String> typed = new EnumMap<>(Part.class);
		this.parts.forEach((part, field) -> typed.put(part, field.typed()));
		var address = new PostalAddress(country(), typed);
		Map<Part, PostalAddress.Fault> faults = address.faults();
		if (faults.isEmpty()) {
			saved(() -> this.cards.keepAddress(reference(), owner(), address));
			return;
		}
		List<Problem> problems = new ArrayList<>();
		PostalAddress.form(country()).stream().filter(faults::containsKey).forEach(part -> {
			PostalAddress.Fault fault = Objects.requireNonNull(faults.get(part));
			problems.add(new Problem(Objects.requireNonNull(this.parts.get(part)),
					(fault == PostalAddress.Fault.MISSING) ? text("card.address." + part + ".missing")
							: text("card.address." + fault, PostalAddress.LONGEST)));
		});
		refuse(problems);
	}

}
