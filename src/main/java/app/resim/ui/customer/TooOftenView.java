package app.resim.ui.customer;

import java.time.Instant;
import java.util.Optional;

import app.resim.request.Outlook;
import app.resim.request.Question;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.ShellLayout;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Explains that a line was replaced as often as its operator allows, and what can be done
 * now.
 */
@Route(value = "requests/:reference/too-often", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class TooOftenView extends QuestionPage {

	TooOftenView(Visits visits, CurrentCustomer customer, Requests requests) {
		super(visits, customer, requests, Question.DEVICE);
	}

	private Optional<Instant> until(RequestView found) {
		return requests().outlooks(found.reference(), owner())
			.values()
			.stream()
			.filter(Outlook.TooOften.class::isInstance)
			.map(outlook -> ((Outlook.TooOften) outlook).until())
			.findFirst();
	}

	@Override
	Optional<String> elsewhere(RequestView found) {
		return until(found).isPresent() ? Optional.empty() : Optional.of(Way.to(found));
	}

	@Override
	String before(RequestView found) {
		return Way.LINES;
	}

	@Override
	void ask(RequestView found) {
		title(text("customer.too-often"));
		String number = PhoneNumbers.spaced(found.line().e164());
		until(found).ifPresent(until -> add(
				new PageHead(text("customer.too-often"))
					.lead(text("customer.too-often.lead", number, times().at(until))),
				new Stack(text("customer.too-often.now"),
						new PlainList(text("customer.too-often.call", PhoneNumbers.spaced(visit().brand().hotline())),
								text("customer.too-often.stop"))),
				new Acts(Act.go(text("customer.too-often.lines"), Way.LINES).named("too-often-lines"))));
	}

}
