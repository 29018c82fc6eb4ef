package app.resim.ui.customer;

import java.util.Objects;
import java.util.Optional;

import app.resim.account.Proof;
import app.resim.kernel.SubscriberId;
import app.resim.request.Phase;
import app.resim.request.Question;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.RailSection;
import app.resim.ui.Visits;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import org.jspecify.annotations.Nullable;

/**
 * One question of the guided way. Whatever address brought somebody here, the page shows
 * only if its turn has come and the request is still a draft; else it leads to where the
 * request stands.
 */
abstract class QuestionPage extends Page implements BeforeEnterObserver {

	private final Requests requests;

	private final CurrentCustomer customer;

	private final SubscriberId owner;

	private final Question question;

	private @Nullable RequestView request;

	private @Nullable RailSection saved;

	private boolean changing;

	QuestionPage(Visits visits, CurrentCustomer customer, Requests requests, Question question) {
		super(visits.current());
		this.requests = requests;
		this.customer = customer;
		this.owner = customer.id();
		this.question = question;
	}

	@Override
	public final void beforeEnter(BeforeEnterEvent event) {
		RequestView found = event.getRouteParameters()
			.get("reference")
			.flatMap(RequestReference::read)
			.flatMap(reference -> this.requests.find(reference, this.owner))
			.orElseThrow(UnknownRequest::new);
		about(Way.kind(found));
		if (found.phase() != Phase.DRAFT || !found.questions().contains(this.question)
				|| this.question.compareTo(found.next()) > 0) {
			Way.forward(event, Way.to(found));
			return;
		}
		if (this.question != Question.PERSON && found.person().stopped().isPresent()) {
			Way.forward(event, Way.inPerson(found.reference()));
			return;
		}
		this.request = found;
		this.changing = Way.isChanging(event);
		elsewhere(found).ifPresentOrElse(href -> Way.forward(event, href), () -> show(found, Way.isMissing(event)));
	}

	private void show(RequestView found, boolean missing) {
		clear();
		boolean complete = found.next() == Question.CHECK;
		back((this.changing && complete) ? Way.to(reference(), Question.CHECK) : before(found));
		if (this.saved != null) {
			this.saved.removeFromParent();
		}
		this.saved = new RailSection(text("customer.rail"),
				text("customer.rail.text", PhoneNumbers.spaced(found.line().e164()), times().at(found.times().saved())),
				Link.alone(Way.LINES, text("customer.rail.later")));
		rail(this.saved);
		if (missing) {
			add(Notice.warn(text("customer.missing"), text("customer.missing.text")));
		}
		ask(found);
	}

	/**
	 * Where somebody has to go first, although the question's turn has come.
	 * @param found the request
	 * @return an address, or empty to stay
	 */
	Optional<String> elsewhere(RequestView found) {
		return Optional.empty();
	}

	/**
	 * The page before this one.
	 * @param found the request
	 * @return an address
	 */
	String before(RequestView found) {
		int place = found.questions().indexOf(this.question);
		return (place <= 0) ? Way.LINES : Way.to(found.reference(), found.questions().get(place - 1));
	}

	/**
	 * Fills the empty page.
	 * @param found the request as it is now
	 */
	abstract void ask(RequestView found);

	final Requests requests() {
		return this.requests;
	}

	final SubscriberId owner() {
		return this.owner;
	}

	/** What this page's customer has proven so far. */
	final Proof proof() {
		return this.customer.proof();
	}

	final RequestReference reference() {
		return Objects.requireNonNull(this.request).reference();
	}

	/**
	 * An address that keeps in mind that only one answer is being changed.
	 * @param href where to
	 * @return the address
	 */
	final String keeping(String href) {
		return this.changing ? Way.changing(href) : href;
	}

	/**
	 * Stores the answer and goes on. A request that was sent or ended in the meantime,
	 * for example in another tab, shows how far it has come.
	 * @param answer stores it
	 */
	final void saved(Runnable answer) {
		if (stored(answer)) {
			proceed();
		}
	}

	/**
	 * Stores something and stays.
	 * @param answer stores it
	 * @return false if the request is no draft any more, and another page is shown
	 */
	final boolean stored(Runnable answer) {
		try {
			answer.run();
			return true;
		}
		catch (Requests.NoSuchRequest ex) {
			leave();
			return false;
		}
	}

	/**
	 * Leads to where the request stands, because it is no draft any more.
	 */
	final void leave() {
		go(Way.status(reference()));
	}

	final void proceed() {
		RequestView now = this.requests.find(reference(), this.owner).orElseThrow(UnknownRequest::new);
		int place = Math.min(now.questions().indexOf(this.question) + 1, now.questions().size() - 1);
		Question following = now.questions().get(place);
		boolean skipping = this.changing || now.phase() != Phase.DRAFT || following.compareTo(now.next()) > 0;
		go(skipping ? Way.to(now) : Way.to(reference(), following));
	}

	final void go(String href) {
		getUI().ifPresent(ui -> Way.go(ui, href));
	}

}
