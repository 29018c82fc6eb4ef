package app.resim.ui.customer;

import java.time.Instant;
import java.util.Optional;

import app.resim.catalogue.SimWay;
import app.resim.catalogue.Store;
import app.resim.kernel.SubscriberId;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.request.CardRequests;
import app.resim.request.CardView;
import app.resim.request.CollectAnswer;
import app.resim.request.Phase;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Facts;
import app.resim.ui.Form;
import app.resim.ui.Gate;
import app.resim.ui.Notice;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.SignInPaths;
import app.resim.ui.Steps;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * The code with which a card is collected in a shop, or the question that takes a card
 * into use that a courier has brought. Both want a fresh factor.
 */
@Route(value = "requests/:reference/card", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class CardUseView extends LivePage implements BeforeEnterObserver {

	private final Requests requests;

	private final CardRequests cards;

	private final CurrentCustomer customer;

	private final Gate gate;

	private Runnable reading = () -> {
	};

	private Optional<CardView.State> shown = Optional.empty();

	CardUseView(Visits visits, LiveRequests live, Requests requests, CardRequests cards, CurrentCustomer customer,
			Gate gate) {
		super(visits, live);
		this.requests = requests;
		this.cards = cards;
		this.customer = customer;
		this.gate = gate;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		SubscriberId owner = this.customer.id();
		Instant factorAt = this.customer.factorAt();
		Optional<RequestView> found = Asked.reference(event).flatMap(asked -> this.requests.find(asked, owner));
		if (found.isEmpty()) {
			Asked.unknown();
			return;
		}
		RequestReference reference = found.get().reference();
		if (found.get().card().isEmpty()) {
			Way.forward(event, Way.to(found.get()));
			return;
		}
		follow(reference);
		about("card");
		back(Way.status(reference));
		this.reading = () -> this.requests.find(reference, owner).ifPresent(now -> show(now, owner, factorAt));
		this.reading.run();
	}

	/** What somebody types stays, unless the card has come further. */
	@Override
	void refresh() {
		this.reading.run();
	}

	private void show(RequestView request, SubscriberId owner, Instant factorAt) {
		CardView card = request.card().orElseThrow();
		if (this.shown.isPresent() && this.shown.equals(card.state())) {
			return;
		}
		this.shown = card.state();
		clear();
		title(text("card.use.title"));
		boolean waits = request.phase() == Phase.READY;
		if (waits && card.way().filter(way -> way == SimWay.PICKUP).isPresent()) {
			collect(request, card, owner, factorAt);
		}
		else if (waits && card.state().filter(state -> state == CardView.State.SENT).isPresent()) {
			use(request, owner, factorAt);
		}
		else {
			only((request.phase() == Phase.DONE) ? "card.use.done" : "card.use.not-now",
					Way.status(request.reference()));
		}
	}

	private void only(String key, String href) {
		add(new PageHead(text(key + ".title")).lead(text(key + ".text")),
				new Acts(Act.go(text(key + ".go"), href).named("go")));
	}

	private void collect(RequestView request, CardView card, SubscriberId owner, Instant factorAt) {
		switch (this.cards.collectCode(request.reference(), owner, factorAt)) {
			case CollectAnswer.Shown code -> {
				title(text("card.collect.title"));
				add(new PageHead(text("card.collect.title")).lead(text("card.collect.text")),
						Facts.box()
							.fact(text("card.collect.code"), Prose.number(spaced(code.code())))
							.fact(text("status.reference"), Prose.number(request.reference().reference())),
						new PlainList(where(card), text("card.collect.bring"), text("card.collect.never")));
			}
			case CollectAnswer.NeedsFreshSignIn fresh ->
				only("card.fresh", SignInPaths.again(Way.card(request.reference())));
			case CollectAnswer.NotNow not -> only("card.use.not-now", Way.status(request.reference()));
		}
	}

	private static String spaced(String code) {
		return code.substring(0, 3) + " " + code.substring(3);
	}

	private String where(CardView card) {
		return card.store()
			.flatMap(visit().brand()::store)
			.map(shop -> text("card.collect.where", name(shop), shop.address(words().language().locale())))
			.orElseGet(() -> text("status.store.where.none", PhoneNumbers.spaced(visit().brand().hotline())));
	}

	private String name(Store shop) {
		return shop.name(words().language().locale());
	}

	private void use(RequestView request, SubscriberId owner, Instant factorAt) {
		title(text("card.use.title"));
		var digits = TextQuestion.labelled(words(), "digits", text("card.use.digits", CardRequests.DIGITS))
			.hint(text("card.use.digits.hint"))
			.digits()
			.brief();
		add(new PageHead(text("card.use.title")).lead(text("card.use.text")),
				Form.of(() -> used(request, owner, factorAt, digits), digits,
						new Acts(Act.submit(text("card.use.go")).named("use"))),
				Prose.paragraph(text("card.use.after"), "soft"),
				new Steps(text("card.use.step.1"), text("card.use.step.2"), text("card.use.step.3")));
	}

	private void used(RequestView request, SubscriberId owner, Instant factorAt, TextQuestion digits) {
		accept();
		if (!this.gate.opens(Deed.SUBMIT, Asker.account(owner.subscriber()).andLine(request.line().e164()), this)) {
			return;
		}
		switch (this.cards.activate(request.reference(), owner, factorAt, digits.typed())) {
			case DONE, NOT_NOW -> getUI().ifPresent(ui -> Way.go(ui, Way.status(request.reference())));
			case NEEDS_FRESH_SIGN_IN ->
				getUI().ifPresent(ui -> Way.go(ui, SignInPaths.again(Way.card(request.reference()))));
			case WRONG_DIGITS -> refuse(digits, text("card.use.wrong", CardRequests.DIGITS));
			case TOO_OFTEN -> {
				clear();
				add(new PageHead(text("card.use.title")),
						Notice
							.danger(text("card.use.too-often"),
									text("card.use.too-often.text", PhoneNumbers.spaced(visit().brand().hotline())))
							.announced());
			}
		}
	}

}
