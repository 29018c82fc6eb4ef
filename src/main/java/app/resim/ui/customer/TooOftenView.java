package app.resim.ui.customer;

import java.util.Map;
import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.request.Lines;
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
import app.resim.ui.SignInPaths;
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

	private final Lines lines;

	TooOftenView(Visits visits, CurrentCustomer customer, Requests requests, Lines lines) {
		super(visits, customer, requests, Question.DEVICE);
		this.lines = lines;
	}

	private Optional<Lead> lead(RequestView found) {
		Map<Reason, Outlook> outlooks = requests().outlooks(found.reference(), proof());
		return found.reason()
			.map(outlooks::get)
			.or(() -> outlooks.values().stream().findAny())
			.flatMap(outlook -> lead(outlook, PhoneNumbers.spaced(found.line().e164())));
	}

	private Optional<Lead> lead(Outlook outlook, String number) {
		return switch (outlook) {
			case Outlook.Open open -> Optional.empty();
			case Outlook.TooOften tooOften -> Optional.of(new Lead(text("customer.too-often"),
					text("customer.too-often.lead", number, times().at(tooOften.until()))));
			case Outlook.NotNow notNow ->
				Optional.of(new Lead(text("customer.not-now"), text("customer.not-now.lead", number)));
		};
	}

	@Override
	Optional<String> elsewhere(RequestView found) {
		return lead(found).isPresent() ? Optional.empty() : Optional.of(Way.to(found));
	}

	@Override
	String before(RequestView found) {
		return Way.LINES;
	}

	@Override
	void ask(RequestView found) {
		if (isLocked(found)) {
			locked(found);
			return;
		}
		lead(found).ifPresent(lead -> {
			title(lead.title());
			add(new PageHead(lead.title()).lead(lead.sentence()), new Stack(text("customer.too-often.now"),
					new PlainList(text("customer.too-often.call", PhoneNumbers.spaced(visit().brand().hotline())),
							text("customer.too-often.stop"))),
					new Acts(Act.go(text("customer.too-often.lines"), Way.LINES).named("too-often-lines")));
		});
	}

	private boolean isLocked(RequestView found) {
		return this.lines.of(owner())
			.stream()
			.anyMatch(line -> line.number().equals(found.line()) && line.lockedSince().isPresent());
	}

	/** Only its owner ever reads this, and its owner can do something about it. */
	private void locked(RequestView found) {
		title(text("lock.refused"));
		add(new PageHead(text("lock.refused"))
			.lead(text("lock.refused.text", PhoneNumbers.spaced(found.line().e164()))),
				new Stack(text("customer.too-often.now"),
						new PlainList(text("customer.too-often.call", PhoneNumbers.spaced(visit().brand().hotline())),
								text("customer.too-often.stop"))),
				new Acts(Act.go(text("lock.passkey.go"), SignInPaths.more(Way.to(found))).named("prove-more"),
						Act.go(text("customer.too-often.lines"), Way.LINES).aside().named("too-often-lines")));
	}

	private record Lead(String title, String sentence) {
	}

}
