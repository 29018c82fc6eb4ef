package app.resim.ui.customer;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.request.Outlook;
import app.resim.request.Question;
import app.resim.request.RequestKind;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.ChoiceCards;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Form;
import app.resim.ui.Icons;
import app.resim.ui.Link;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Why a new eSIM is needed, with what each answer means for the old one, the price and
 * the wait.
 */
@Route(value = "requests/:reference/reason", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class ReasonView extends QuestionPage {

	private final Map<Reason, ChoiceCards<Boolean>> reuses = new EnumMap<>(Reason.class);

	ReasonView(Visits visits, CurrentCustomer customer, Requests requests) {
		super(visits, customer, requests, Question.REASON);
	}

	@Override
	void ask(RequestView found) {
		title(text("customer.reason.question"));
		explainedBy("new-phone");
		this.reuses.clear();
		var reasons = ChoiceCards.<Reason>heading(words(), "reason", text("customer.reason.question"))
			.hint(text("customer.reason.hint"));
		boolean unused = found.kind() == RequestKind.ESIM && requests().hasUnusedCode(found.reference(), owner());
		requests().outlooks(found.reference(), proof()).forEach((reason, outlook) -> {
			if (found.kind() == RequestKind.CARD && reason == Reason.DELETED) {
				// a card cannot be deleted
				return;
			}
			reasons.card(reason, key(reason), text(named(reason)), text(named(reason) + ".text"), icon(reason))
				.unfolding(consequence(reason, outlook, unused ? Optional.of(found) : Optional.empty()));
		});
		found.reason().ifPresent(reasons::choose);
		add(Form.of(() -> answered(reasons), reasons, new Acts(Act.submit(text("shell.continue")).named("continue"))));
	}

	private static String named(Reason reason) {
		return "customer.reason." + reason.name();
	}

	private static String key(Reason reason) {
		return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static Icons icon(Reason reason) {
		return switch (reason) {
			case LOST -> Icons.LOST;
			case STOLEN -> Icons.STOLEN;
			case DAMAGED -> Icons.BROKEN;
			case NEW_DEVICE -> Icons.NEW_PHONE;
			case DELETED -> Icons.DELETED;
			case NOT_WORKING -> Icons.NO_NETWORK;
		};
	}

	private Div consequence(Reason reason, Outlook outlook, Optional<RequestView> withUnusedCode) {
		var consequence = new Div();
		consequence.addClassName("stack");
		advice(reason).ifPresent(consequence::add);
		consequence.add(Prose.paragraph(price(outlook)));
		withUnusedCode.filter(request -> reason.mayReuseCode())
			.ifPresent(request -> consequence.add(reuse(reason, request)));
		return consequence;
	}

	private Optional<Component> advice(Reason reason) {
		return switch (reason) {
			case LOST ->
				Optional.of(list("customer.reason.lost.stays", "customer.reason.lost.find", "customer.reason.protect"));
			case STOLEN -> Optional.of(list("customer.reason.lost.stays", "customer.reason.protect",
					"customer.reason.stolen.erase", "customer.reason.stolen.police"));
			case NOT_WORKING -> Optional.of(new Div(Prose.paragraph("**" + text("customer.reason.network") + "**"),
					list("customer.reason.network.restart", "customer.reason.network.flight",
							"customer.reason.network.on", "customer.reason.network.place",
							"customer.reason.network.else"),
					Link.alone("/help/check", text("help.check"))));
			case DELETED -> Optional.of(Prose.paragraph(text("customer.reason.deleted.more")));
			case DAMAGED, NEW_DEVICE -> Optional.empty();
		};
	}

	private PlainList list(String... keys) {
		return new PlainList(Arrays.stream(keys).map(key -> text(key)).toList());
	}

	private String price(Outlook outlook) {
		return switch (outlook) {
			case Outlook.Open open -> switch (open.route()) {
				case AUTOMATIC -> text("customer.reason.automatic", words().money(open.fee()));
				case REVIEWED ->
					text("customer.reason.reviewed", words().money(open.fee()), times().by(open.answerBy()));
			};
			case Outlook.TooOften tooOften -> text("customer.reason.too-often", times().at(tooOften.until()));
			case Outlook.NotNow notNow -> text("customer.reason.not-now");
		};
	}

	private ChoiceCards<Boolean> reuse(Reason reason, RequestView found) {
		var cards = ChoiceCards.<Boolean>labelled(words(), "reuse-" + key(reason), text("customer.reason.reuse"))
			.card(true, "again", text("customer.reason.reuse.again"), text("customer.reason.reuse.again.text"),
					Icons.QR)
			.card(false, "new", text("customer.reason.reuse.new"), text("customer.reason.reuse.new.text"), Icons.SIM);
		found.reason().filter(reason::equals).ifPresent(same -> cards.choose(found.reusesCode()));
		this.reuses.put(reason, cards);
		return cards;
	}

	private void answered(ChoiceCards<Reason> reasons) {
		accept();
		Optional<Reason> reason = reasons.chosen();
		if (reason.isEmpty()) {
			refuse(reasons, text("customer.reason.none"));
			return;
		}
		Optional<ChoiceCards<Boolean>> reuse = Optional.ofNullable(this.reuses.get(reason.get()));
		if (reuse.isPresent() && reuse.get().chosen().isEmpty()) {
			refuse(reuse.get(), text("customer.reason.reuse.none"));
			return;
		}
		boolean again = reuse.flatMap(ChoiceCards::chosen).orElse(false);
		saved(() -> requests().answerReason(reference(), owner(), reason.get(), again));
	}

}
