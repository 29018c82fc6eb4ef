package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import app.resim.account.Staff;
import app.resim.account.StaffMember.Role;
import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.SimWay;
import app.resim.kernel.Actor;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Iccid;
import app.resim.provisioning.CardAnswer;
import app.resim.provisioning.Cards;
import app.resim.provisioning.OrderId;
import app.resim.request.Changes.Done;
import app.resim.request.Reviews.Decision;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * What people do with physical cards: they look at documents in a shop, take a card from
 * the stock, send it or hand it over. Nobody does it for an account of their own, and
 * whoever has none of the roles now is refused by an
 * {@link org.springframework.security.access.AccessDeniedException}.
 *
 * @see "decision 0038"
 */
@Service
public class CardDesk {

	private static final Limit MOST = Limit.of(200);

	private final RequestRows rows;

	private final Changes change;

	private final Requests requests;

	private final Reviews reviews;

	private final Subscribers subscribers;

	private final Addresses addresses;

	private final Cards cards;

	private final CardSecrets secrets;

	private final Staff staff;

	private final Catalogue catalogue;

	private final Clock clock;

	CardDesk(RequestRows rows, Changes change, Requests requests, Reviews reviews, Subscribers subscribers,
			Addresses addresses, Cards cards, CardSecrets secrets, Staff staff, Catalogue catalogue, Clock clock) {
		this.catalogue = catalogue;
		this.rows = rows;
		this.change = change;
		this.requests = requests;
		this.reviews = reviews;
		this.subscribers = subscribers;
		this.addresses = addresses;
		this.cards = cards;
		this.secrets = secrets;
		this.staff = staff;
		this.clock = clock;
	}

	/**
	 * The cards that people have something to do with, the oldest first.
	 * @param name sign-in name of who asks
	 * @return at most two hundred
	 */
	public List<CardRow> open(String name) {
		demand(name);
		return this.rows.openCards(MOST).stream().map(this::row).toList();
	}

	private CardRow row(Request request) {
		CardView card = this.requests.view(request).card().orElseThrow();
		return new CardRow(request.reference(), request.line().masked(), card.way().orElseThrow(), card.store(),
				card.state(), request.readyAt().or(request::submittedAt).orElseGet(request::createdAt),
				card.tracking());
	}

	/**
	 * Looks at a card's request at the counter. Leaves a row in the audit trail.
	 * @param reference which
	 * @param name sign-in name of who looks
	 * @return the case; empty if there is none with a card, or it is about an account of
	 * their own
	 */
	public Optional<CounterCase> look(RequestReference reference, String name) {
		demand(name);
		return card(reference).apply(this.rows)
			.filter(request -> !this.reviews.isTooClose(reference, name))
			.map(request -> {
				this.change.publish(CaseEvent.of("card.looked-at", request, Actor.staff(name), now()));
				String owner = this.subscribers.find(request.subscriber()).map(Subscriber::name).orElse("");
				return new CounterCase(row(request), request.status().phase(), owner,
						request.people() > 1 && request.firstApprover().isEmpty());
			});
	}

	/**
	 * Somebody at the counter has compared the original document with the person and with
	 * the name on file. It counts like a reviewer's approval.
	 * @param reference which
	 * @param name sign-in name of who has compared
	 * @param document what was shown
	 * @return what became of it
	 */
	public Decision documentSeen(RequestReference reference, String name, DocumentKind document) {
		demand(name);
		return this.change.to(card(reference), request -> {
			if (this.reviews.isTooClose(reference, name)) {
				return Done.quietly(Decision.OWN_ACCOUNT);
			}
			boolean waits = request.status() == RequestStatus.HANDED_OVER
					&& request.cardWay().filter(way -> way == SimWay.STORE).isPresent();
			return waits ? this.reviews.approved(request, name, "counter: " + document)
					: Done.quietly(Decision.ALREADY_DECIDED);
		}).orElse(Decision.NOT_YOURS);
	}

	/**
	 * Takes a card from the stock for a request. Where a shop hands it over later, its
	 * owner is told that it waits.
	 * @param reference which
	 * @param name sign-in name of who takes it
	 * @param number printed on the card
	 * @return what became of it
	 */
	public DeskAnswer take(RequestReference reference, String name, Iccid number) {
		demand(name);
		return ready(reference, name, request -> {
			OrderId order = request.order().orElseThrow();
			DeskAnswer answer = said(this.cards.take(order, number));
			if (answer != DeskAnswer.DONE) {
				return Done.quietly(answer);
			}
			Actor actor = Actor.staff(name);
			if (request.collectCode().isEmpty() && request.cardWay().filter(way -> way == SimWay.PICKUP).isPresent()) {
				this.secrets.draw(request);
				request.kept(now().plus(kept(request)));
				return new Done<>(answer,
						List.of(CaseEvent.of("card.taken", request, actor, now()), request.cardReady(actor, now())));
			}
			return new Done<>(answer, List.of(CaseEvent.of("card.taken", request, actor, now())));
		}).orElse(DeskAnswer.NOT_NOW);
	}

	private Duration kept(Request request) {
		return Duration.ofDays(this.catalogue.brand(request.brand())
			.cards()
			.map(app.resim.catalogue.Cards::pickupKeptDays)
			.orElse(14));
	}

	/**
	 * The address to write on the parcel. Leaves a row in the audit trail.
	 * @param reference which
	 * @param name sign-in name of who writes it
	 * @return name and address; empty unless a card waits to be sent
	 */
	public Optional<Parcel> parcel(RequestReference reference, String name) {
		demand(name);
		return card(reference).apply(this.rows)
			.filter(request -> request.status() == RequestStatus.READY && !this.reviews.isTooClose(reference, name))
			.flatMap(request -> this.addresses.of(request.id()).map(address -> {
				this.change.publish(CaseEvent.of("card.address-shown", request, Actor.staff(name), now()));
				return new Parcel(this.subscribers.find(request.subscriber()).map(Subscriber::name).orElse(""),
						address);
			}));
	}

	/**
	 * Notes that the carrier has the card.
	 * @param reference which
	 * @param name sign-in name of who sent it
	 * @param tracking the carrier's number, where there is one
	 * @return what became of it
	 */
	public DeskAnswer sent(RequestReference reference, String name, Optional<String> tracking) {
		demand(name);
		return ready(reference, name, request -> {
			if (request.cardWay().filter(way -> way == SimWay.COURIER).isEmpty()) {
				return Done.quietly(DeskAnswer.NOT_NOW);
			}
			DeskAnswer answer = said(this.cards.sent(request.order().orElseThrow(), tracking.map(CardDesk::shortened)));
			return (answer == DeskAnswer.DONE) ? new Done<>(answer, List.of(request.cardSent(Actor.staff(name), now())))
					: Done.quietly(answer);
		}).orElse(DeskAnswer.NOT_NOW);
	}

	private static String shortened(String tracking) {
		return tracking.substring(0, Math.min(60, tracking.length()));
	}

	/**
	 * Hands a card over in a shop: the line moves onto it now.
	 * @param reference which
	 * @param name sign-in name of who hands it over
	 * @param code what the owner's page shows; not asked for where the same counter has
	 * looked at the document
	 * @return what became of it
	 */
	public DeskAnswer handOut(RequestReference reference, String name, String code) {
		demand(name);
		return this.change.to(card(reference), request -> {
			if (this.reviews.isTooClose(reference, name)) {
				return Done.quietly(DeskAnswer.OWN_ACCOUNT);
			}
			SimWay way = request.cardWay().orElseThrow();
			if (request.status() != RequestStatus.READY || way == SimWay.COURIER) {
				return Done.quietly(DeskAnswer.NOT_NOW);
			}
			return (way == SimWay.PICKUP) ? withCode(request, name, code) : handedOut(request, name);
		}).orElse(DeskAnswer.NOT_NOW);
	}

	private Done<DeskAnswer> withCode(Request request, String name, String code) {
		if (request.wrongCodes() >= CardSecrets.MOST_WRONG) {
			return Done.quietly(DeskAnswer.TOO_OFTEN);
		}
		if (request.collectCode().isEmpty()) {
			return Done.quietly(DeskAnswer.NOT_NOW);
		}
		if (!this.secrets.isCode(request, code)) {
			request.wrongCode();
			return new Done<>(DeskAnswer.WRONG_CODE,
					List.of(CaseEvent.of("card.wrong-code", request, Actor.staff(name), now())));
		}
		return handedOut(request, name);
	}

	private Done<DeskAnswer> handedOut(Request request, String name) {
		Actor actor = Actor.staff(name);
		return (this.cards.activate(request.order().orElseThrow()) == CardAnswer.DONE)
				? new Done<>(DeskAnswer.DONE,
						List.of(CaseEvent.of("card.handed-out", request, actor, now()), request.install(actor, now())))
				: Done.quietly(DeskAnswer.NOT_NOW);
	}

	private Optional<DeskAnswer> ready(RequestReference reference, String name,
			Function<Request, Done<DeskAnswer>> deed) {
		return this.change.to(card(reference), request -> {
			if (this.reviews.isTooClose(reference, name)) {
				return Done.quietly(DeskAnswer.OWN_ACCOUNT);
			}
			return (request.status() == RequestStatus.READY) ? deed.apply(request) : Done.quietly(DeskAnswer.NOT_NOW);
		});
	}

	private static DeskAnswer said(CardAnswer answer) {
		return switch (answer) {
			case DONE -> DeskAnswer.DONE;
			case CARD_TAKEN -> DeskAnswer.CARD_TAKEN;
			case NOT_NOW -> DeskAnswer.NOT_NOW;
		};
	}

	private void demand(String name) {
		this.staff.demand(name, Role.REVIEWER, Role.CLERK);
	}

	private static Function<RequestRows, Optional<Request>> card(RequestReference reference) {
		return rows -> rows.findByReference(reference.reference())
			.filter(request -> request.kind() == RequestKind.CARD && request.status() != RequestStatus.DRAFT);
	}

	private Instant now() {
		return this.clock.instant();
	}

	/**
	 * What is written on a parcel.
	 *
	 * @param name of the account's holder
	 * @param address where to
	 */
	public record Parcel(String name, PostalAddress address) {

		@Override
		public String toString() {
			return "Parcel[]";
		}

	}

}
