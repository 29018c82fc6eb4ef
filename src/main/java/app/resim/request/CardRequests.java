package app.resim.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.resim.account.Proof;
import app.resim.catalogue.SimWay;
import app.resim.catalogue.Catalogue;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import app.resim.provisioning.Card;
import app.resim.provisioning.CardAnswer;
import app.resim.provisioning.Cards;
import app.resim.request.Changes.Done;

import org.springframework.stereotype.Service;

/**
 * What only requests for a physical card need of their owner: how the card comes, where
 * to, and that it has come.
 *
 * @see "decision 0038"
 */
@Service
public class CardRequests {

	/** How many of the card's last digits are asked for. */
	public static final int DIGITS = CardSecrets.DIGITS;

	private final RequestRows rows;

	private final Changes change;

	private final Requests requests;

	private final Addresses addresses;

	private final Cards cards;

	private final CardSecrets secrets;

	private final Catalogue catalogue;

	private final Clock clock;

	CardRequests(RequestRows rows, Changes change, Requests requests, Addresses addresses, Cards cards,
			CardSecrets secrets, Catalogue catalogue, Clock clock) {
		this.rows = rows;
		this.change = change;
		this.requests = requests;
		this.addresses = addresses;
		this.cards = cards;
		this.secrets = secrets;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/**
	 * Stores how the card shall come.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param way one that the brand offers
	 */
	public void chooseWay(RequestReference reference, SubscriberId owner, SimWay way) {
		this.requests.store(reference, owner, request -> {
			if (!way.isCard() || !this.catalogue.brand(request.brand()).offers(way)) {
				throw new Requests.NoSuchRequest();
			}
			request.chooseWay(way, now());
		});
	}

	/**
	 * Stores which shop hands the card over.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param store key of one of the brand's shops
	 */
	public void chooseStore(RequestReference reference, SubscriberId owner, String store) {
		this.requests.store(reference, owner, request -> {
			if (this.catalogue.brand(request.brand()).store(store).isEmpty()) {
				throw new Requests.NoSuchRequest();
			}
			request.chooseStore(store, now());
		});
	}

	/**
	 * Stores where a courier brings the card.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param address without {@linkplain PostalAddress#faults faults}
	 */
	public void keepAddress(RequestReference reference, SubscriberId owner, PostalAddress address) {
		if (!address.faults().isEmpty()) {
			throw new IllegalArgumentException("The address is incomplete");
		}
		this.requests.store(reference, owner, request -> {
			this.addresses.keep(request.id(), address);
			request.saved(now());
		});
	}

	/**
	 * Where a courier brings the card.
	 * @param reference which request
	 * @param owner who is signed in
	 * @return the address, or empty if none is kept
	 */
	public Optional<PostalAddress> address(RequestReference reference, SubscriberId owner) {
		return this.rows.findByReferenceAndSubscriber(reference.reference(), owner.subscriber())
			.flatMap(request -> this.addresses.of(request.id()));
	}

	/**
	 * Shows the code for the shop, if the last factor is young enough. Every showing
	 * leaves a row.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param signedInAt when the owner last proved who they are
	 * @return the code, or why not
	 */
	public CollectAnswer collectCode(RequestReference reference, SubscriberId owner, Instant signedInAt) {
		return this.change.<CollectAnswer>to(
				rows -> rows.findByReferenceAndSubscriber(reference.reference(), owner.subscriber()), request -> {
					if (request.status() != RequestStatus.READY || request.collectCode().isEmpty()) {
						return Done.quietly(new CollectAnswer.NotNow());
					}
					if (!Proof.isFresh(signedInAt, now())) {
						return Done.quietly(new CollectAnswer.NeedsFreshSignIn());
					}
					return new Done<>(new CollectAnswer.Shown(this.secrets.code(request)),
							List.of(CaseEvent.of("card.code-shown", request, Actor.customer(owner), now())));
				})
			.orElseGet(CollectAnswer.NotNow::new);
	}

	/**
	 * The owner has the card that was sent, reads the end of its number and wants to use
	 * it. A repeat changes nothing.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param signedInAt when the owner last proved who they are
	 * @param digits the last {@link #DIGITS} digits, as typed
	 * @return what became of it
	 */
	public ActivationAnswer activate(RequestReference reference, SubscriberId owner, Instant signedInAt,
			String digits) {
		return this.change
			.to(rows -> rows.findByReferenceAndSubscriber(reference.reference(), owner.subscriber()),
					request -> activated(request, owner, signedInAt, digits))
			.orElse(ActivationAnswer.NOT_NOW);
	}

	private Done<ActivationAnswer> activated(Request request, SubscriberId owner, Instant signedInAt, String digits) {
		if (request.kind() == RequestKind.CARD && request.status().phase() == Phase.DONE) {
			return Done.quietly(ActivationAnswer.DONE);
		}
		Optional<Card> card = request.order().flatMap(this.cards::find).filter(sent -> sent.state() == Card.State.SENT);
		if (request.status() != RequestStatus.READY || card.isEmpty()) {
			return Done.quietly(ActivationAnswer.NOT_NOW);
		}
		if (!Proof.isFresh(signedInAt, now())) {
			return Done.quietly(ActivationAnswer.NEEDS_FRESH_SIGN_IN);
		}
		if (request.wrongCodes() >= CardSecrets.MOST_WRONG) {
			return Done.quietly(ActivationAnswer.TOO_OFTEN);
		}
		Actor actor = Actor.customer(owner);
		if (!CardSecrets.isEnd(card.get().iccid().orElseThrow().iccid(), digits)) {
			request.wrongCode();
			return new Done<>(ActivationAnswer.WRONG_DIGITS,
					List.of(CaseEvent.of("card.wrong-digits", request, actor, now())));
		}
		if (this.cards.activate(card.get().order()) != CardAnswer.DONE) {
			return Done.quietly(ActivationAnswer.NOT_NOW);
		}
		return new Done<>(ActivationAnswer.DONE, List.of(request.install(actor, now())));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
