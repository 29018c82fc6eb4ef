package app.resim.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.catalogue.SimWay;
import app.resim.catalogue.DeviceAnswer;
import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.Reason;
import app.resim.identity.Side;
import app.resim.kernel.Actor;
import app.resim.kernel.BrandId;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Eid;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.protection.Background.OldSim;
import app.resim.protection.Signal;
import app.resim.provisioning.OrderId;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * One wish for a new eSIM, from the first answer to the end. Nothing but {@link #move}
 * sets its status, and {@link Transitions} says what may follow what.
 */
@Entity
@Table(name = "replacement_request")
class Request {

	private static final List<Question> CARD_AT_FIRST = List.of(Question.DEVICE, Question.WAY, Question.DOCUMENT,
			Question.PORTRAIT, Question.REASON, Question.CHECK);

	@EmbeddedId
	private RequestId id;

	private String reference;

	private String subscriber;

	private String brand;

	private String line;

	/** The line while the request is live, then null: see the unique constraint. */
	@Column(name = "live_line")
	private @Nullable String liveLine;

	@Enumerated(EnumType.STRING)
	private RequestStatus status;

	@Enumerated(EnumType.STRING)
	private RequestKind kind;

	@Enumerated(EnumType.STRING)
	private @Nullable SimWay cardWay;

	/** The shop that hands a card over. */
	private @Nullable String store;

	/** With which a card is collected, sealed. */
	private byte @Nullable [] collectCode;

	/** Whom the rules of a country mean: see {@link Persons}. */
	private @Nullable String person;

	/** Who agrees for a minor; empty if nobody does. */
	private @Nullable String adult;

	/** How often a code or a card's number was wrong. */
	private int wrongCodes;

	private @Nullable String deviceId;

	private @Nullable String deviceLabel;

	@Enumerated(EnumType.STRING)
	private @Nullable Verdict deviceVerdict;

	private @Nullable String deviceException;

	private @Nullable String deviceList;

	@Enumerated(EnumType.STRING)
	private DeviceFacts.@Nullable Source deviceSource;

	private @Nullable String eid;

	@Enumerated(EnumType.STRING)
	private @Nullable DocumentKind documentKind;

	@Enumerated(EnumType.STRING)
	private @Nullable Reason reason;

	private boolean reuseCode;

	private @Nullable Long feeMinor;

	private @Nullable String feeCurrency;

	@Enumerated(EnumType.STRING)
	private @Nullable Route route;

	private @Nullable String signals;

	private @Nullable Instant answerBy;

	private @Nullable String reviewer;

	private @Nullable Instant claimedAt;

	private @Nullable String reviewNote;

	@Enumerated(EnumType.STRING)
	private @Nullable DeclineReason declineReason;

	private @Nullable String customerNote;

	private @Nullable String wantedPictures;

	private @Nullable String camePictures;

	private @Nullable String askNote;

	private @Nullable Instant askedAt;

	private @Nullable Instant waitsUntil;

	private int rounds;

	private @Nullable String reservedFor;

	private @Nullable Instant reservedUntil;

	private boolean promiseBroken;

	private int people = 1;

	private @Nullable String firstApprover;

	@Enumerated(EnumType.STRING)
	private RequestStatus.@Nullable Desk desk;

	private @Nullable Instant dueAt;

	private @Nullable Instant secondDueAt;

	/** Nothing is issued before, however it is approved. */
	private @Nullable Instant coolingUntil;

	private @Nullable Instant remindAt;

	/** Since when at least one message about it is on its way to the owner. */
	private @Nullable Instant toldAt;

	private @Nullable Instant pausedAt;

	private @Nullable String pausedBy;

	@Enumerated(EnumType.STRING)
	private @Nullable OldSim oldSim;

	private @Nullable String setAsideBy;

	private @Nullable String setAsideWhy;

	private int setAsides;

	private @Nullable UUID orderId;

	/** Whose code a new one replaces, to be taken back before the new one is ordered. */
	private @Nullable UUID formerOrder;

	private int newCodes;

	private @Nullable Instant codeUntil;

	private @Nullable String fault;

	private @Nullable Instant nextTryAt;

	private int tries;

	private @Nullable String installFault;

	/** Whether everything ordered for a request that ended early is taken back. */
	private boolean undone;

	private Instant createdAt;

	private Instant savedAt;

	private @Nullable Instant submittedAt;

	private @Nullable Instant decidedAt;

	private @Nullable Instant readyAt;

	private @Nullable Instant installedAt;

	private @Nullable Instant endedAt;

	@Version
	private long version;

	@SuppressWarnings("NullAway.Init")
	protected Request() {
	}

	Request(RequestId id, RequestReference reference, SubscriberId subscriber, BrandId brand, Msisdn line,
			RequestKind kind, Instant at) {
		this.id = id;
		this.kind = kind;
		this.reference = reference.reference();
		this.subscriber = subscriber.subscriber();
		this.brand = brand.brand();
		this.line = line.e164();
		this.liveLine = line.e164();
		this.status = RequestStatus.DRAFT;
		this.createdAt = at;
		this.savedAt = at;
	}

	// answers, only while it is a draft

	void answerDevice(DeviceAnswer answer, String label, DeviceFacts.Source source, Optional<Eid> eid, Instant at) {
		draftOnly();
		this.deviceId = answer.device().map(device -> device.id()).orElse(null);
		this.deviceLabel = label;
		this.deviceVerdict = answer.verdict();
		this.deviceException = answer.exception().orElse(null);
		this.deviceList = answer.list();
		this.deviceSource = source;
		this.eid = eid.map(Eid::eid).orElse(null);
		this.savedAt = at;
	}

	/** Another kind of SIM for the same line; what was answered about both stays. */
	void become(RequestKind other, Instant at) {
		draftOnly();
		if (other != this.kind) {
			this.kind = other;
			// a device is asked about for what it shall take
			this.deviceVerdict = null;
			this.reuseCode = false;
			this.savedAt = at;
		}
	}

	/** What the operator's file says, before anything is asked. */
	Request onFile(Optional<String> who) {
		this.person = who.orElse(null);
		return this;
	}

	void isPerson(String who, @Nullable String agreeing, Instant at) {
		draftOnly();
		this.person = who;
		this.adult = agreeing;
		this.savedAt = at;
	}

	void chooseWay(SimWay way, Instant at) {
		draftOnly();
		this.cardWay = way;
		this.savedAt = at;
	}

	void chooseStore(String shop, Instant at) {
		draftOnly();
		this.store = shop;
		this.savedAt = at;
	}

	void chooseDocument(DocumentKind kind, Instant at) {
		draftOnly();
		this.documentKind = kind;
		this.savedAt = at;
	}

	void answerReason(Reason reason, boolean reuseCode, Instant at) {
		draftOnly();
		this.reason = reason;
		this.reuseCode = reuseCode;
		this.savedAt = at;
	}

	/** What the network said about the SIM that is said to be gone. */
	void oldSimIs(OldSim found) {
		draftOnly();
		this.oldSim = found;
	}

	void saved(Instant at) {
		draftOnly();
		this.savedAt = at;
	}

	private void draftOnly() {
		if (this.status != RequestStatus.DRAFT) {
			throw new NotADraft();
		}
	}

	// moves

	RequestEvent submit(Money fee, Actor actor, Instant at) {
		RequestEvent event = move(Move.SUBMIT, actor, at);
		this.feeMinor = fee.minor();
		this.feeCurrency = fee.currency();
		this.submittedAt = at;
		return event;
	}

	RequestEvent sendToReview(int people, List<Signal> signals, Instant answerBy, Instant at) {
		RequestEvent event = move(Move.SEND_TO_REVIEW, Actor.RESIM, at);
		this.people = people;
		this.route = Route.REVIEWED;
		this.signals = joined(signals);
		this.answerBy = answerBy;
		return event;
	}

	private static String joined(List<Signal> signals) {
		return signals.stream().map(Enum::name).collect(Collectors.joining(","));
	}

	/**
	 * Lays down a time before which nothing is issued, whoever approves it.
	 */
	void cool(Instant until, Instant at) {
		this.coolingUntil = until;
		this.remindAt = at.plus(Duration.between(at, until).dividedBy(2));
	}

	/**
	 * Nobody has to decide any more. It goes on, or is held while the owner may still
	 * object.
	 */
	RequestEvent accept(OrderId order, Actor actor, Instant at) {
		return isCooling(at) ? hold(actor, at) : approve(order, actor, at);
	}

	RequestEvent hold(Actor actor, Instant at) {
		RequestEvent event = move(Move.HOLD, actor, at);
		this.promiseBroken |= isLate(at);
		if (this.route == null) {
			this.route = Route.AUTOMATIC;
		}
		this.decidedAt = at;
		return event;
	}

	/**
	 * Whether more proof may still save people or time: it was sent, nobody has objected,
	 * and nothing was decided yet but the time.
	 */
	boolean mayBeProvenFurther() {
		return (this.status == RequestStatus.HELD || this.status == RequestStatus.IN_REVIEW) && pausedBy().isEmpty()
				&& this.setAsides == 0;
	}

	/**
	 * How many people have to decide at least, whatever is proven: a case that somebody
	 * looks into, has approved or has asked about stays with people.
	 */
	int fewestPeople() {
		boolean begun = this.reviewer != null || this.firstApprover != null || this.rounds > 0;
		return (this.status == RequestStatus.IN_REVIEW && begun) ? 1 : 0;
	}

	/**
	 * The owner has proven more than when it was sent. It never makes the way longer.
	 * @param people how many decide from now on
	 * @param until before when nothing is issued from now on
	 */
	void provenFurther(int people, Optional<Instant> until) {
		this.coolingUntil = until.orElse(null);
		if (this.remindAt != null && until.filter(this.remindAt::isBefore).isEmpty()) {
			this.remindAt = null;
		}
		if (this.status == RequestStatus.IN_REVIEW) {
			this.people = people;
			this.route = (people == 0) ? Route.AUTOMATIC : Route.REVIEWED;
		}
	}

	/** Whether nobody has to decide any more and only time has to pass, or nothing. */
	boolean isDecided() {
		return this.status == RequestStatus.HELD || ((this.firstApprover == null) ? 0 : 1) >= this.people;
	}

	boolean isCooling(Instant at) {
		return this.coolingUntil != null && at.isBefore(this.coolingUntil);
	}

	RequestEvent remind(Instant at) {
		this.remindAt = null;
		return new RequestEvent.StillAskedFor(reference(), subscriber(), brand(), Actor.RESIM, at);
	}

	/**
	 * Stops it until a person has looked into it. What was approved so far counts no
	 * more, and two people have to approve from now on.
	 */
	RequestEvent pause(NoticeChannel channel, Instant answerBy, Instant at) {
		this.pausedBy = Stream.concat(pausedBy().stream(), Stream.of(channel))
			.map(Enum::name)
			.collect(Collectors.joining(","));
		RequestEvent event = stop(Move.PAUSE, Actor.stranger("notice"), answerBy, at);
		this.pausedAt = at;
		return event;
	}

	/**
	 * The same by a colleague: there is no objection, and somebody else lets it go on.
	 */
	RequestEvent setAside(String why, Instant answerBy, Actor actor, Instant at) {
		this.setAsides++;
		this.setAsideBy = actor.id();
		this.setAsideWhy = why;
		return stop(Move.SET_ASIDE, actor, answerBy, at);
	}

	private RequestEvent stop(Move move, Actor actor, Instant answerBy, Instant at) {
		boolean late = isLate(at);
		RequestEvent event = move(move, actor, at);
		answered();
		this.promiseBroken |= late;
		this.answerBy = answerBy;
		this.people = 2;
		this.firstApprover = null;
		this.route = Route.REVIEWED;
		this.reservedFor = null;
		this.reservedUntil = null;
		this.undone = false;
		clearFault();
		giveBack();
		return event;
	}

	RequestEvent askPictures(List<PictureWish> wishes, @Nullable String note, Instant until, Actor actor, Instant at) {
		this.wantedPictures = wishes.stream()
			.map(wish -> wish.side() + ":" + wish.reason())
			.collect(Collectors.joining(","));
		this.camePictures = null;
		this.rounds++;
		boolean late = isLate(at);
		RequestEvent event = move(Move.ASK_PICTURE, actor, at);
		this.reservedFor = this.reviewer;
		asked(note, until, late, at);
		return event;
	}

	/**
	 * The promise begins anew, because nobody could decide without the pictures.
	 */
	RequestEvent sendPictures(Instant answerBy, Instant reservedUntil, Actor actor, Instant at) {
		RequestEvent event = move(Move.SEND_PICTURE, actor, at);
		this.answerBy = answerBy;
		this.reservedUntil = (this.reservedFor == null) ? null : reservedUntil;
		answered();
		return event;
	}

	RequestEvent handOver(@Nullable String note, Instant until, Actor actor, Instant at) {
		this.rounds++;
		boolean late = isLate(at);
		RequestEvent event = move(Move.HAND_OVER, actor, at);
		asked(note, until, late, at);
		return event;
	}

	/**
	 * A card that a shop hands over: people there look at the document.
	 */
	RequestEvent toStore(int people, List<Signal> signals, Instant until, Instant at) {
		RequestEvent event = move(Move.HAND_OVER, Actor.RESIM, at);
		this.people = people;
		this.route = Route.REVIEWED;
		this.signals = joined(signals);
		asked(null, until, false, at);
		return event;
	}

	RequestEvent takeBack(Instant answerBy, Actor actor, Instant at) {
		RequestEvent event = move(Move.TAKE_BACK, actor, at);
		this.answerBy = answerBy;
		answered();
		return event;
	}

	/** The first of two approvals. The case lies free for somebody else. */
	RequestEvent vote(Instant answerBy, Actor actor, Instant at) {
		RequestEvent event = move(Move.VOTE, actor, at);
		this.firstApprover = actor.id();
		if (this.answerBy == null) {
			this.answerBy = answerBy;
			answered();
		}
		giveBack();
		return event;
	}

	private void asked(@Nullable String note, Instant until, boolean late, Instant at) {
		this.askNote = note;
		this.askedAt = at;
		this.waitsUntil = until;
		this.promiseBroken |= late;
		this.answerBy = null;
		// what was approved so far was approved without what is asked for now
		this.firstApprover = null;
		giveBack();
	}

	private void answered() {
		this.wantedPictures = null;
		this.camePictures = null;
		this.askNote = null;
		this.askedAt = null;
		this.waitsUntil = null;
	}

	private boolean isLate(Instant at) {
		return this.answerBy != null && at.isAfter(this.answerBy);
	}

	/** A person has looked into the objection; from here two people decide. */
	RequestEvent lookInto(Instant answerBy, Actor actor, Instant at) {
		RequestEvent event = move(Move.RESUME, actor, at);
		this.pausedAt = null;
		this.answerBy = answerBy;
		return event;
	}

	void told(Instant at) {
		if (this.toldAt == null) {
			this.toldAt = at;
		}
	}

	/** The order id is fixed here, so that every repeat of fulfilment names the same. */
	RequestEvent approve(OrderId order, Actor actor, Instant at) {
		RequestEvent event = move(Move.APPROVE, actor, at);
		this.promiseBroken |= isLate(at);
		if (this.route == null) {
			this.route = Route.AUTOMATIC;
		}
		this.orderId = order.order();
		this.undone = false;
		this.codeUntil = null;
		this.readyAt = null;
		this.decidedAt = at;
		return event;
	}

	RequestEvent decline(DeclineReason why, @Nullable String note, Actor actor, Instant at) {
		this.declineReason = why;
		this.customerNote = note;
		RequestEvent event = move(Move.DECLINE, actor, at);
		this.promiseBroken |= isLate(at);
		this.decidedAt = at;
		return event;
	}

	RequestEvent stall(String fault, Instant at) {
		this.fault = fault;
		this.nextTryAt = null;
		return move(Move.STALL, Actor.RESIM, at);
	}

	RequestEvent resume(Actor actor, Instant at) {
		RequestEvent event = move(Move.RESUME, actor, at);
		// whoever lets it go on has looked whether the owner knows
		told(at);
		clearFault();
		return event;
	}

	RequestEvent release(OrderId order, Instant codeUntil, Instant at) {
		RequestEvent event = move(Move.RELEASE, Actor.RESIM, at);
		this.orderId = order.order();
		this.codeUntil = codeUntil;
		this.readyAt = at;
		this.formerOrder = null;
		this.undone = false;
		clearFault();
		return event;
	}

	/**
	 * The code ran out or failed, and there will be a new one. Only {@link #release} ends
	 * what this begins, so that a stop in between takes back both.
	 */
	RequestEvent renew(OrderId order, Actor actor, Instant at) {
		RequestEvent event = move(Move.RENEW, actor, at);
		instead(order);
		return event;
	}

	/** The same, once a person has looked why. */
	RequestEvent renewAfterALook(OrderId order, String why, Instant at) {
		RequestEvent event = stall(why, at);
		instead(order);
		this.fault = why;
		return event;
	}

	private void instead(OrderId order) {
		this.formerOrder = this.orderId;
		this.orderId = order.order();
		this.newCodes++;
		this.codeUntil = null;
		this.readyAt = null;
		this.waitsUntil = null;
		this.installFault = null;
		this.undone = false;
		// what it brings is an order of its own
		this.reuseCode = false;
		clearFault();
	}

	/**
	 * Its code ran out unused and is taken back.
	 * @param until by when the owner may still have a new one
	 * @param at the time
	 * @return what is told
	 */
	RequestEvent ranOut(Instant until, Instant at) {
		undone();
		this.waitsUntil = until;
		return new RequestEvent.CodeRanOut(reference(), subscriber(), brand(), Actor.RESIM, at, 1 + this.newCodes);
	}

	RequestEvent install(Instant at) {
		return install(Actor.system("sm-dp+"), at);
	}

	RequestEvent install(Actor actor, Instant at) {
		RequestEvent event = move(Move.INSTALL, actor, at);
		this.installedAt = at;
		this.installFault = null;
		return event;
	}

	RequestEvent finish(Instant at) {
		RequestEvent event = move(Move.FINISH, Actor.RESIM, at);
		clearFault();
		return event;
	}

	RequestEvent withdraw(Actor actor, Instant at) {
		return move(Move.WITHDRAW, actor, at);
	}

	RequestEvent expire(Instant at) {
		return move(Move.EXPIRE, Actor.RESIM, at);
	}

	private RequestEvent move(Move move, Actor actor, Instant at) {
		Transitions.Row row = Transitions.row(this.status, move).orElseThrow(() -> new NoSuchMove(this.status, move));
		this.status = row.to();
		this.savedAt = at;
		if (this.status.isFinal()) {
			this.liveLine = null;
			this.endedAt = at;
		}
		return event(row, actor, at);
	}

	private RequestEvent event(Transitions.Row row, Actor actor, Instant at) {
		RequestReference ref = reference();
		SubscriberId owner = subscriber();
		BrandId of = brand();
		return switch (row.move()) {
			case SUBMIT -> new RequestEvent.Submitted(ref, owner, of, actor, at);
			case SEND_TO_REVIEW -> new RequestEvent.SentToReview(ref, owner, of, actor, at);
			case ASK_PICTURE -> new RequestEvent.PicturesWanted(ref, owner, of, actor, at,
					Objects.requireNonNull(this.wantedPictures), this.rounds);
			case SEND_PICTURE -> new RequestEvent.PicturesSent(ref, owner, of, actor, at, this.rounds);
			case HAND_OVER -> new RequestEvent.HandedOver(ref, owner, of, actor, at, this.rounds);
			case TAKE_BACK -> new RequestEvent.TakenBack(ref, owner, of, actor, at, this.rounds);
			case HOLD -> new RequestEvent.Held(ref, owner, of, actor, at, Objects.requireNonNull(this.coolingUntil));
			case PAUSE -> new RequestEvent.Paused(ref, owner, of, actor, at, pausedBy().getLast(), pausedBy().size());
			case SET_ASIDE -> new RequestEvent.SetAside(ref, owner, of, actor, at, this.setAsides);
			case VOTE -> new RequestEvent.ApprovedOnce(ref, owner, of, actor, at);
			case APPROVE -> new RequestEvent.Approved(ref, owner, of, actor, at);
			case DECLINE ->
				new RequestEvent.Declined(ref, owner, of, actor, at, Objects.requireNonNull(this.declineReason));
			case STALL -> new RequestEvent.Stalled(ref, owner, of, actor, at, Objects.requireNonNull(this.fault));
			case RESUME -> (row.to() == RequestStatus.IN_REVIEW)
					? new RequestEvent.LookedInto(ref, owner, of, actor, at, pausedBy().size() + this.setAsides)
					: new RequestEvent.Resumed(ref, owner, of, actor, at);
			case RENEW -> new RequestEvent.Renewed(ref, owner, of, actor, at, 1 + this.newCodes);
			case RELEASE -> new RequestEvent.Ready(ref, owner, of, actor, at,
					1 + this.newCodes + pausedBy().size() + this.setAsides);
			case INSTALL -> new RequestEvent.Installed(ref, owner, of, actor, at);
			case FINISH -> new RequestEvent.Finished(ref, owner, of, actor, at);
			case WITHDRAW -> new RequestEvent.Withdrawn(ref, owner, of, actor, at);
			case EXPIRE -> new RequestEvent.Expired(ref, owner, of, actor, at);
		};
	}

	// notes that change no status

	void claim(String staff, Instant at) {
		this.reviewer = staff;
		this.claimedAt = at;
		this.reservedFor = null;
		this.reservedUntil = null;
	}

	/**
	 * Whether somebody may take the case now. A colleague's pictures that have just come
	 * are kept for the colleague for a while.
	 */
	boolean isFreeFor(String staff, Instant at) {
		return this.reviewer == null && reservation(at).filter(held -> !held.equals(staff)).isEmpty();
	}

	Optional<String> reservation(Instant at) {
		return (this.reservedUntil == null || !this.reservedUntil.isAfter(at)) ? Optional.empty()
				: Optional.ofNullable(this.reservedFor);
	}

	boolean takesPicture(Side side) {
		return this.status == RequestStatus.DRAFT || (this.status == RequestStatus.WAITING_FOR_PICTURE
				&& wishes().stream().anyMatch(wish -> wish.side() == side));
	}

	void pictureCame(Side side, Instant at) {
		pictures(side, true);
		this.savedAt = at;
	}

	void pictureWent(Side side, Instant at) {
		pictures(side, false);
		this.savedAt = at;
	}

	private void pictures(Side side, boolean came) {
		if (this.status == RequestStatus.DRAFT) {
			return;
		}
		Set<Side> sides = new TreeSet<>(came());
		if (came ? sides.add(side) : sides.remove(side)) {
			this.camePictures = sides.stream().map(Enum::name).collect(Collectors.joining(","));
		}
	}

	/** Where reviewers look for it, and how it is ordered there. */
	@PrePersist
	@PreUpdate
	void place() {
		this.desk = this.status.desk();
		this.dueAt = switch (this.status) {
			case IN_REVIEW, PAUSED -> this.answerBy;
			case STALLED -> this.savedAt;
			case WAITING_FOR_PICTURE, HANDED_OVER -> this.waitsUntil;
			case DRAFT, SUBMITTED, HELD, APPROVED, READY, INSTALLED, DONE, DECLINED, WITHDRAWN, EXPIRED -> null;
		};
		this.secondDueAt = (this.firstApprover != null && this.status == RequestStatus.IN_REVIEW) ? this.dueAt : null;
	}

	void giveBack() {
		this.reviewer = null;
		this.claimedAt = null;
	}

	void noteOfReview(String note) {
		this.reviewNote = note;
	}

	/**
	 * Takes free text and the phone's identity away, of a request that has ended. What
	 * became of it, when and about which line stays: it is how the next request for the
	 * line is judged.
	 */
	void erase() {
		if (!isOver()) {
			throw new IllegalStateException("The request is not over");
		}
		this.deviceId = null;
		this.deviceLabel = null;
		this.deviceException = null;
		this.eid = null;
		this.reviewNote = null;
		this.customerNote = null;
		this.askNote = null;
		this.setAsideWhy = null;
		this.collectCode = null;
		this.adult = null;
	}

	/** Whether it has ended and nothing ordered for it has still to be taken back. */
	boolean isOver() {
		return this.status == RequestStatus.DONE || (this.status.isFinal() && (this.orderId == null || this.undone));
	}

	RequestEvent cardReady(Actor actor, Instant at) {
		return new RequestEvent.CardReady(reference(), subscriber(), brand(), actor, at);
	}

	RequestEvent cardSent(Actor actor, Instant at) {
		return new RequestEvent.CardSent(reference(), subscriber(), brand(), actor, at);
	}

	/** A card waits no longer than this. */
	void kept(Instant until) {
		this.codeUntil = until;
	}

	void collectWith(byte[] sealed) {
		this.collectCode = sealed;
	}

	void wrongCode() {
		this.wrongCodes++;
	}

	void failedTry(String fault, Instant nextTryAt) {
		this.fault = fault;
		this.nextTryAt = nextTryAt;
		this.tries++;
	}

	void installFailed(String fault) {
		this.installFault = fault;
	}

	void undone() {
		this.undone = true;
		clearFault();
	}

	private void clearFault() {
		this.fault = null;
		this.nextTryAt = null;
		this.tries = 0;
	}

	// what is asked next

	/**
	 * The first question that still needs an answer.
	 * @param sides which pictures are stored
	 * @param addressed whether an address is stored
	 * @return the question, {@link Question#CHECK} when all are answered
	 */
	Question next(List<Side> sides, boolean addressed) {
		return questions().stream()
			.filter(question -> !isAnswered(question, sides, addressed))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * What is asked, in order; {@link Question#CHECK} comes last.
	 */
	List<Question> questions() {
		return switch (this.kind) {
			case ESIM ->
				List.of(Question.DEVICE, Question.DOCUMENT, Question.PORTRAIT, Question.REASON, Question.CHECK);
			case CARD -> (this.cardWay == null) ? CARD_AT_FIRST : switch (this.cardWay) {
				case ESIM, STORE ->
					List.of(Question.DEVICE, Question.WAY, Question.PLACE, Question.REASON, Question.CHECK);
				case PICKUP -> List.of(Question.DEVICE, Question.WAY, Question.PLACE, Question.DOCUMENT,
						Question.PORTRAIT, Question.REASON, Question.CHECK);
				case COURIER -> List.of(Question.DEVICE, Question.WAY, Question.ADDRESS, Question.DOCUMENT,
						Question.PORTRAIT, Question.REASON, Question.CHECK);
			};
		};
	}

	private boolean isAnswered(Question question, List<Side> sides, boolean addressed) {
		return switch (question) {
			case PERSON -> this.person != null;
			case DEVICE -> this.deviceVerdict != null && this.deviceVerdict != Verdict.NOT_COMPATIBLE;
			case WAY -> this.cardWay != null;
			case PLACE -> this.store != null;
			case ADDRESS -> addressed;
			case DOCUMENT -> this.documentKind != null && sides.contains(Side.FRONT)
					&& (!this.documentKind.hasBack() || sides.contains(Side.BACK));
			case PORTRAIT -> sides.contains(Side.PORTRAIT);
			case REASON -> this.reason != null;
			case CHECK -> false;
		};
	}

	// what is known

	RequestId id() {
		return this.id;
	}

	RequestReference reference() {
		return new RequestReference(this.reference);
	}

	SubscriberId subscriber() {
		return new SubscriberId(this.subscriber);
	}

	BrandId brand() {
		return new BrandId(this.brand);
	}

	Msisdn line() {
		return new Msisdn(this.line);
	}

	RequestStatus status() {
		return this.status;
	}

	Optional<DeviceFacts> device() {
		if (this.deviceVerdict == null || this.deviceLabel == null || this.deviceSource == null) {
			return Optional.empty();
		}
		return Optional.of(new DeviceFacts(Optional.ofNullable(this.deviceId), this.deviceLabel, this.deviceVerdict,
				Optional.ofNullable(this.deviceException), this.deviceSource, eid()));
	}

	Optional<Eid> eid() {
		return Optional.ofNullable(this.eid).map(Eid::new);
	}

	Optional<DocumentKind> documentKind() {
		return Optional.ofNullable(this.documentKind);
	}

	Optional<Reason> reason() {
		return Optional.ofNullable(this.reason);
	}

	OldSim oldSim() {
		return (this.oldSim == null) ? OldSim.UNKNOWN : this.oldSim;
	}

	Optional<String> person() {
		return Optional.ofNullable(this.person);
	}

	Optional<String> adult() {
		return Optional.ofNullable(this.adult);
	}

	RequestKind kind() {
		return this.kind;
	}

	Optional<SimWay> cardWay() {
		return Optional.ofNullable(this.cardWay).filter(way -> this.kind == RequestKind.CARD);
	}

	Optional<String> store() {
		return Optional.ofNullable(this.store)
			.filter(shop -> cardWay().filter(way -> way != SimWay.COURIER).isPresent());
	}

	Optional<byte[]> collectCode() {
		return Optional.ofNullable(this.collectCode);
	}

	int wrongCodes() {
		return this.wrongCodes;
	}

	boolean reusesCode() {
		return this.reuseCode;
	}

	Optional<Money> fee() {
		return (this.feeMinor == null || this.feeCurrency == null) ? Optional.empty()
				: Optional.of(new Money(this.feeMinor, this.feeCurrency));
	}

	Optional<Route> route() {
		return Optional.ofNullable(this.route);
	}

	List<Signal> signals() {
		return (this.signals == null || this.signals.isEmpty()) ? List.of()
				: Stream.of(this.signals.split(",")).map(Signal::valueOf).toList();
	}

	Optional<Instant> answerBy() {
		return Optional.ofNullable(this.answerBy);
	}

	int people() {
		return this.people;
	}

	Optional<String> firstApprover() {
		return Optional.ofNullable(this.firstApprover);
	}

	Optional<Instant> waitsUntil() {
		return Optional.ofNullable(this.waitsUntil);
	}

	Optional<Asking> asking() {
		return (this.askedAt == null || this.waitsUntil == null) ? Optional.empty() : Optional
			.of(new Asking(wishes(), came(), Optional.ofNullable(this.askNote), this.askedAt, this.waitsUntil));
	}

	private List<PictureWish> wishes() {
		return listed(this.wantedPictures).map(wanted -> wanted.split(":", 2))
			.map(wanted -> new PictureWish(Side.valueOf(wanted[0]), PictureReason.valueOf(wanted[1])))
			.toList();
	}

	private Set<Side> came() {
		return listed(this.camePictures).map(Side::valueOf).collect(Collectors.toSet());
	}

	private static Stream<String> listed(@Nullable String joined) {
		return (joined == null || joined.isEmpty()) ? Stream.empty() : Stream.of(joined.split(","));
	}

	boolean brokeItsPromise() {
		return this.promiseBroken;
	}

	Optional<String> reviewer() {
		return Optional.ofNullable(this.reviewer);
	}

	Optional<DeclineReason> declineReason() {
		return Optional.ofNullable(this.declineReason);
	}

	Optional<String> customerNote() {
		return Optional.ofNullable(this.customerNote);
	}

	Optional<String> reviewNote() {
		return Optional.ofNullable(this.reviewNote);
	}

	Optional<Instant> coolingUntil() {
		return Optional.ofNullable(this.coolingUntil);
	}

	Optional<Instant> toldAt() {
		return Optional.ofNullable(this.toldAt);
	}

	Optional<Instant> pausedAt() {
		return Optional.ofNullable(this.pausedAt);
	}

	/** From where it was stopped so far, in that order. */
	List<NoticeChannel> pausedBy() {
		return listed(this.pausedBy).map(NoticeChannel::valueOf).toList();
	}

	/** Who of the staff has stopped it, while it is stopped. */
	Optional<String> setAsideBy() {
		boolean now = this.status == RequestStatus.PAUSED && this.pausedAt == null;
		return Optional.ofNullable(this.setAsideBy).filter(by -> now);
	}

	Optional<String> setAsideWhy() {
		return Optional.ofNullable(this.setAsideWhy);
	}

	Optional<OrderId> order() {
		return Optional.ofNullable(this.orderId).map(OrderId::new);
	}

	Optional<Instant> codeUntil() {
		return Optional.ofNullable(this.codeUntil);
	}

	Optional<String> fault() {
		return Optional.ofNullable(this.fault);
	}

	Optional<Instant> nextTryAt() {
		return Optional.ofNullable(this.nextTryAt);
	}

	Optional<OrderId> formerOrder() {
		return Optional.ofNullable(this.formerOrder).map(OrderId::new);
	}

	int newCodes() {
		return this.newCodes;
	}

	/** Whether there is a code and its time is over. */
	boolean isCodeOver(Instant at) {
		return this.status == RequestStatus.READY && this.codeUntil != null && this.codeUntil.isBefore(at);
	}

	int tries() {
		return this.tries;
	}

	Optional<String> installFault() {
		return Optional.ofNullable(this.installFault);
	}

	boolean isUndone() {
		return this.undone;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	Instant savedAt() {
		return this.savedAt;
	}

	Optional<Instant> submittedAt() {
		return Optional.ofNullable(this.submittedAt);
	}

	Optional<Instant> decidedAt() {
		return Optional.ofNullable(this.decidedAt);
	}

	Optional<Instant> readyAt() {
		return Optional.ofNullable(this.readyAt);
	}

	Optional<Instant> installedAt() {
		return Optional.ofNullable(this.installedAt);
	}

	Optional<Instant> endedAt() {
		return Optional.ofNullable(this.endedAt);
	}

	/** Thrown when an answer comes after the request was sent. A fault of the caller. */
	static class NotADraft extends IllegalStateException {

		NotADraft() {
			super("The request was already sent");
		}

	}

	/** Thrown when a move stands in no row of {@link Transitions}. */
	static class NoSuchMove extends IllegalStateException {

		NoSuchMove(RequestStatus from, Move move) {
			super("No move " + move + " from " + from);
		}

	}

}
