package app.resim.ui.customer;

import app.resim.identity.Side;
import app.resim.request.Question;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Disclosure;
import app.resim.ui.Form;
import app.resim.ui.PageHead;
import app.resim.ui.PlainList;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visits;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * A portrait, for the person who compares it with the document.
 */
@Route(value = "requests/:reference/portrait", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class PortraitView extends QuestionPage {

	private final CurrentCustomer customer;

	private final HandCodes codes;

	PortraitView(Visits visits, CurrentCustomer customer, Requests requests, HandCodes codes) {
		super(visits, customer, requests, Question.PORTRAIT);
		this.customer = customer;
		this.codes = codes;
	}

	@Override
	void ask(RequestView found) {
		title(text("customer.portrait.question"));
		explainedBy("why-portrait");
		var pictures = new Pictures(requests(), reference(), owner());
		var wanted = Wanted.portrait();
		var portrait = new PictureQuestion(this, pictures, wanted, this::leave).alsoOnAPhone(this.codes, this.customer)
			.holding(Pictures.of(found, Side.PORTRAIT));
		add(new PageHead(text("customer.portrait.question")).lead(text("customer.portrait.lead")),
				new PlainList(text("customer.portrait.front"), text("customer.portrait.bare"),
						text("customer.portrait.light")),
				Form.of(() -> answered(portrait), portrait,
						new Acts(Act.submit(text("shell.continue")).named("continue"))),
				new Disclosure(text("customer.portrait.why"), text("customer.portrait.why.text")));
	}

	private void answered(PictureQuestion portrait) {
		accept();
		if (portrait.stored().isPresent()) {
			proceed();
		}
		else {
			refuse(portrait.field(), portrait.missing());
		}
	}

}
