package app.resim.ui.customer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.resim.account.Factors;
import app.resim.account.Subscribers;
import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.Reason;
import app.resim.identity.Side;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.request.CardRequests;
import app.resim.request.CardView;
import app.resim.request.DeviceFacts;
import app.resim.request.Outlook;
import app.resim.request.Prospect;
import app.resim.request.Prospects;
import app.resim.request.Question;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.request.SubmitAnswer;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.AnswersList;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Form;
import app.resim.ui.Gate;
import app.resim.ui.Icons;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.PriceBox;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.SignInPaths;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * All answers, what happens next and the price, before the one button that acts.
 */
@Route(value = "requests/:reference/check", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class CheckView extends QuestionPage {

	private final Subscribers subscribers;

	private final Prospects prospects;

	private final Factors factors;

	private final Clock clock;

	private final Gate gate;

	private final CardRequests cards;

	CheckView(Visits visits, CurrentCustomer customer, Requests requests, Subscribers subscribers, Prospects prospects,
			Factors factors, Clock clock, Gate gate, CardRequests cards) {
		super(visits, customer, requests, Question.CHECK);
		this.cards = cards;
		this.subscribers = subscribers;
		this.prospects = prospects;
		this.factors = factors;
		this.clock = clock;
		this.gate = gate;
	}

	@Override
	void ask(RequestView found) {
		List<Prospect> prospects = this.prospects.of(reference(), proof());
		String key = found.reusesCode() ? "customer.check.again" : "customer.check";
		title(text(key));
		explainedBy("fees");
		add(new PageHead(text(key)), answers(found), next(found, prospects));
		if (found.questions().contains(Question.DOCUMENT)) {
			route(prospects).ifPresent(this::add);
		}
		add(price(found),
				proof().isFresh(this.clock.instant())
						? Form.of(this::send, new Acts(Act.submit(text(key + ".send")).named("send"))) : proveFirst(),
				truth());
	}

	/** Whoever finds a signed-in browser lying about sends nothing. */
	private Notice proveFirst() {
		String back = SignInPaths.again(Way.to(reference(), Question.CHECK));
		return Notice.info(Icons.LOCKED, text("customer.check.fresh"), text("customer.check.fresh.text"))
			.act(Act.go(text("customer.check.fresh.go"), back).named("prove"));
	}

	private AnswersList answers(RequestView found) {
		var answers = new AnswersList(words()).fixed(text("customer.check.line"),
				"**" + PhoneNumbers.spaced(found.line().e164()) + "**", "");
		if (found.questions().contains(Question.PERSON)) {
			String who = found.person().is().map(is -> text("person." + is)).orElseGet(() -> text("person.none"));
			answers.answer(text("person.check"), who,
					found.person().adult().map(name -> text("person.check.adult")).orElse(""), change(Question.PERSON));
		}
		found.device()
			.ifPresent(device -> answers.answer(text("customer.check.device"), new DeviceWords(words()).name(device),
					fits(device), change(Question.DEVICE)));
		found.card().ifPresent(card -> card(answers, found, card));
		if (found.questions().contains(Question.DOCUMENT)) {
			papers(answers, found);
		}
		found.reason()
			.ifPresent(reason -> answers.answer(text("customer.check.reason"), text("customer.reason." + reason.name()),
					text("customer.reason." + reason.name() + ".check"), change(Question.REASON)));
		this.subscribers.find(owner())
			.ifPresent(me -> answers.fixed(text("customer.check.contact"), me.maskedEmail(),
					text("customer.check.contact.text")));
		return answers;
	}

	private void card(AnswersList answers, RequestView found, CardView card) {
		card.way()
			.ifPresent(
					way -> answers.answer(text("card.check.way"), text("card.way." + way), "", change(Question.WAY)));
		Locale reader = words().language().locale();
		card.store()
			.flatMap(visit().brand()::store)
			.ifPresent(shop -> answers.answer(text("card.check.place"), shop.name(reader), shop.address(reader),
					change(Question.PLACE)));
		if (found.questions().contains(Question.ADDRESS)) {
			this.cards.address(reference(), owner())
				.ifPresent(address -> answers.answer(text("card.check.address"),
						Prose.verbatim(String.join("\n", address.lines())), change(Question.ADDRESS)));
		}
	}

	private void papers(AnswersList answers, RequestView found) {
		found.documentKind()
			.ifPresent(kind -> answers.answer(text("customer.check.document"), text("customer.document." + kind.name()),
					text("customer.check.pictures", kind.hasBack() ? 2 : 1), change(Question.DOCUMENT)));
		Pictures.of(found, Side.PORTRAIT)
			.ifPresent(picture -> answers.answer(text("customer.check.portrait"), text("customer.check.pictures", 1),
					text("customer.picture.stored.at", times().at(picture.at())), change(Question.PORTRAIT)));
	}

	private String change(Question question) {
		return Way.changing(reference(), question);
	}

	private String fits(DeviceFacts device) {
		String fits = text("customer.check.device." + device.verdict().name());
		boolean named = !device.label().isEmpty();
		return device.eid()
			.filter(eid -> named && device.verdict() == Verdict.COMPATIBLE)
			.map(eid -> text("customer.check.device.eid", eid.ending()))
			.orElse(fits);
	}

	private Stack next(RequestView found, List<Prospect> prospects) {
		List<String> next = new ArrayList<>();
		if (!found.questions().contains(Question.DOCUMENT)) {
			// nobody looks before the owner comes
			next.add(text("card.check.next.store"));
			why(found).ifPresent(next::add);
			afterwards(found, next);
			return new Stack(text("customer.check.next"), new PlainList(next));
		}
		prospects.stream().findFirst().filter(Prospect::possible).ifPresentOrElse(now -> {
			next.add((now.people() > 0) ? text("customer.check.next.reviewed", times().by(now.answerBy()))
					: text(found.reusesCode() ? "customer.check.next.again" : "customer.check.next.automatic"));
			now.heldUntil().ifPresent(at -> next.add(text("customer.check.next.cooling", times().at(at))));
		}, () -> why(found).ifPresent(next::add));
		afterwards(found, next);
		return new Stack(text("customer.check.next"), new PlainList(next));
	}

	private void afterwards(RequestView found, List<String> next) {
		if (found.reason().filter(Reason::stopsTheLine).isPresent()) {
			next.add(text("customer.check.next.stopped"));
		}
		found.card()
			.flatMap(CardView::way)
			.ifPresentOrElse(way -> next.add(text("card.check.next." + way)),
					() -> next.add(text("customer.check.next.code")));
		next.add(text("customer.check.next.old"));
		next.add(text("customer.check.next.backup"));
	}

	private Optional<Stack> route(List<Prospect> prospects) {
		return prospects.isEmpty() ? Optional.empty() : Optional.of(new RouteWords(visit()).before(prospects, proof(),
				this.factors.of(owner()), Way.to(reference(), Question.CHECK)));
	}

	/** Why it cannot be sent now. */
	private Optional<String> why(RequestView found) {
		Map<Reason, Outlook> outlooks = requests().outlooks(reference(), proof());
		return found.reason().map(outlooks::get).flatMap(outlook -> switch (outlook) {
			case Outlook.Open open -> Optional.empty();
			case Outlook.TooOften tooOften ->
				Optional.of(text("customer.reason.too-often", times().at(tooOften.until())));
			case Outlook.NotNow notNow -> Optional.of(text("customer.reason.not-now"));
		});
	}

	private PriceBox price(RequestView found) {
		String why = found.reusesCode() ? "again" : found.fee().isZero() ? "free" : "bill";
		return new PriceBox(text("customer.check.price"), text("customer.check.price." + why),
				words().money(found.fee()));
	}

	private Paragraph truth() {
		Paragraph truth = Prose.paragraph(text("customer.check.truth") + " ", "soft", "small");
		truth.add(new Link("/terms", text("customer.check.terms")));
		return truth;
	}

	private void again() {
		clear();
		requests().find(reference(), owner()).ifPresent(this::ask);
		begin();
	}

	private void send() {
		if (!mayTry()) {
			return;
		}
		switch (requests().submit(reference(), proof())) {
			case SubmitAnswer.Sent sent -> go(Way.status(reference()));
			case SubmitAnswer.NeedsFreshProof stale -> again();
			case SubmitAnswer.Incomplete incomplete -> go(Way.missing(reference(), incomplete.question()));
			case SubmitAnswer.TooOften tooOften -> go(Way.tooOften(reference()));
			case SubmitAnswer.NotNow notNow -> go(Way.tooOften(reference()));
			case SubmitAnswer.Over over -> go(Way.LINES);
		}
	}

	private boolean mayTry() {
		Asker asker = Asker.account(owner().subscriber());
		requests().find(reference(), owner()).ifPresent(found -> asker.andLine(found.line().e164()));
		return this.gate.opens(Deed.SUBMIT, asker, this);
	}

}
