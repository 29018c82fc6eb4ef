package app.resim.request;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.random.RandomGenerator;

import app.resim.account.Proof;
import app.resim.account.Strength;
import app.resim.account.Subscribers;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.CountryRule;
import app.resim.catalogue.DeviceAnswer;
import app.resim.catalogue.Reason;
import app.resim.catalogue.SimWay;
import app.resim.identity.Acceptance;
import app.resim.identity.DocumentId;
import app.resim.identity.DocumentNumbers;
import app.resim.identity.Documents;
import app.resim.identity.NumberFault;
import app.resim.identity.Subject;
import app.resim.identity.Picture;
import app.resim.identity.Side;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Eid;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.protection.Assessment;
import app.resim.protection.Background.OldSim;
import app.resim.protection.Protection;
import app.resim.provisioning.Card;
import app.resim.provisioning.Cards;
import app.resim.provisioning.Download;
import app.resim.provisioning.OrderId;
import app.resim.provisioning.Provisioning;
import app.resim.request.Changes.Done;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * Requests for a new eSIM, as their owners use them. Every call names the owner, and a
 * request of somebody else answers like one that does not exist. Every answer is stored
 * before the call returns.
 */
@Service
public class Requests {

	/** How long the code stays on the page. */
	public static final Duration SHOWN_FOR = Duration.ofMinutes(2);

	private static final int LISTED = 50;

	private final RequestRows rows;

	private final Changes change;

	private final Catalogue catalogue;

	private final Subscribers subscribers;

	private final Documents documents;

	private final DocumentNumbers numbers;

	private final Appraisal appraisal;

	private final Retention retention;

	private final Protection protection;

	private final Provisioning provisioning;

	private final Vetoes vetoes;

	private final NewCodes newCodes;

	private final Cards cards;

	private final Persons persons;

	private final Addresses addresses;

	private final Clock clock;

	private final RandomGenerator chance;

	Requests(RequestRows rows, Changes change, Catalogue catalogue, Subscribers subscribers, Documents documents,
			DocumentNumbers numbers, Appraisal appraisal, Retention retention, Protection protection,
			Provisioning provisioning, Vetoes vetoes, NewCodes newCodes, Cards cards, Addresses addresses,
			Persons persons, Clock clock, RandomGenerator chance) {
		this.cards = cards;
		this.persons = persons;
		this.addresses = addresses;
		this.rows = rows;
		this.change = change;
		this.catalogue = catalogue;
		this.subscribers = subscribers;
		this.documents = documents;
		this.numbers = numbers;
		this.appraisal = appraisal;
		this.retention = retention;
		this.protection = protection;
		this.provisioning = provisioning;
		this.vetoes = vetoes;
		this.newCodes = newCodes;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * Starts a request for a new eSIM of a line, or finds the request that is open.
	 * @param owner who is signed in
	 * @param line one of the owner's lines
	 * @return the request, or empty if the line is not the owner's
	 */
	public Optional<RequestView> start(SubscriberId owner, Msisdn line) {
		return start(owner, line, RequestKind.ESIM);
	}

	/**
	 * Starts a request for a line, or finds the one that is open. A draft becomes one of
	 * the wanted kind; what was sent stays what it is.
	 * @param owner who is signed in
	 * @param line one of the owner's lines
	 * @param kind what is wanted
	 * @return the request, or empty if the line is not the owner's
	 */
	public Optional<RequestView> start(SubscriberId owner, Msisdn line, RequestKind kind) {
		return opened(owner, line, kind).map(request -> {
			if (request.status() == RequestStatus.DRAFT && request.kind() != kind) {
				become(request.reference(), owner, kind);
				return find(request.reference(), owner).orElseThrow();
			}
			return view(request);
		});
	}

	/**
	 * Turns a draft into one for another kind of SIM.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param kind what is wanted
	 */
	public void become(RequestReference reference, SubscriberId owner, RequestKind kind) {
		store(reference, owner, request -> request.become(kind, now()));
	}

	private Optional<Request> opened(SubscriberId owner, Msisdn line, RequestKind kind) {
		return this.subscribers.line(owner, line).map(known -> {
			Optional<String> person = this.persons.onFile(owner, known.brand());
			try {
				return open(line).orElseGet(() -> this.rows.saveAndFlush(new Request(new RequestId(UUID.randomUUID()),
						RequestReference.draw(this.chance), owner, known.brand(), line, kind, now())
					.onFile(person)));
			}
			catch (DataIntegrityViolationException ex) {
				// another tab was a moment faster
				return open(line).orElseThrow(() -> ex);
			}
		}).filter(request -> request.subscriber().equals(owner));
	}

	private Optional<Request> open(Msisdn line) {
		return this.rows.findByLiveLine(line.e164());
	}

	/**
	 * A request of the owner.
	 * @param reference which
	 * @param owner who is signed in
	 * @return the request, or empty
	 */
	public Optional<RequestView> find(RequestReference reference, SubscriberId owner) {
		return mine(reference, owner).apply(this.rows).map(this::view);
	}

	/**
	 * The owner's latest requests, newest first, drafts included.
	 * @param owner who is signed in
	 * @return at most fifty
	 */
	public List<RequestView> of(SubscriberId owner) {
		return this.rows.findBySubscriberOrderByCreatedAtDesc(owner.subscriber(), Limit.of(LISTED))
			.stream()
			.map(this::view)
			.toList();
	}

	/**
	 * The references of all requests of a customer, drafts included.
	 * @param owner whose
	 * @return newest first
	 */
	public List<RequestReference> references(SubscriberId owner) {
		return this.rows.findBySubscriberOrderByCreatedAtDesc(owner.subscriber(), Limit.unlimited())
			.stream()
			.map(Request::reference)
			.toList();
	}

	/**
	 * Stores the answer about the new device.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param answer what the catalogue said
	 * @param label the device as a person would name it; empty if unknown
	 * @param source by which input it was reached
	 * @param eid the EID, where given
	 */
	public void answerDevice(RequestReference reference, SubscriberId owner, DeviceAnswer answer, String label,
			DeviceFacts.Source source, Optional<Eid> eid) {
		store(reference, owner,
				request -> request.answerDevice((request.kind() == RequestKind.CARD) ? answer.forCard() : answer,
						shortened(label), source, eid, now()));
	}

	/**
	 * Stores whom the rules of the brand's country mean.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param is the condition of one of the rules, or empty if none means the owner
	 * @param adult for a minor: the name of the adult who agrees, empty if nobody does
	 */
	public void answerPerson(RequestReference reference, SubscriberId owner, Optional<CountryRule.Condition> is,
			Optional<String> adult) {
		store(reference, owner, request -> request.isPerson(is.map(Enum::name).orElse(Persons.NONE),
				adult.map(Requests::shortened).orElse(null), now()));
	}

	public void chooseDocument(RequestReference reference, SubscriberId owner, DocumentKind kind) {
		store(reference, owner, request -> request.chooseDocument(kind, now()));
	}

	/**
	 * Stores a picture of the document or the portrait.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param subject what it should show
	 * @param upload the bytes as they arrive
	 * @return what became of it
	 * @throws IOException if the upload breaks off
	 */
	public Acceptance addPicture(RequestReference reference, SubscriberId owner, Subject subject, InputStream upload)
			throws IOException {
		Side side = subject.side();
		Request taking = taking(reference, owner, side);
		if (taking.status() == RequestStatus.DRAFT) {
			// first, so that no picture ever lies in a folder without an owner and a date
			store(reference, owner, request -> request.saved(now()));
		}
		Acceptance acceptance = this.documents.accept(folder(taking), owner.subscriber(), subject, upload,
				Actor.customer(owner));
		if (acceptance instanceof Acceptance.Accepted) {
			change(reference, owner, request -> request.takesPicture(side), request -> {
				request.pictureCame(side, now());
				return List.of();
			});
		}
		return acceptance;
	}

	/**
	 * Whether the number of such a document is typed, because no machine reads it.
	 * @param kind the document
	 * @return false where a machine-readable zone is read instead
	 */
	public boolean asksNumber(DocumentKind kind) {
		return this.numbers.asks(kind);
	}

	/**
	 * Keeps the number of a document that no machine reads.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param kind the document, see {@link #asksNumber}
	 * @param typed as typed
	 * @return what is wrong with it, or empty once it is kept
	 */
	public Optional<NumberFault> noteNumber(RequestReference reference, SubscriberId owner, DocumentKind kind,
			String typed) {
		Request draft = draft(reference, owner);
		store(reference, owner, request -> request.saved(now()));
		return this.numbers.keep(folder(draft), kind, typed);
	}

	/**
	 * The number that the owner typed.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param kind the document
	 * @return the number, or empty if none was kept for this document
	 */
	public Optional<String> typedNumber(RequestReference reference, SubscriberId owner, DocumentKind kind) {
		return mine(reference, owner).apply(this.rows).flatMap(request -> this.numbers.find(folder(request), kind));
	}

	/**
	 * Removes a picture that its owner has added.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param picture which picture
	 */
	public void removePicture(RequestReference reference, SubscriberId owner, DocumentId picture) {
		Request open = open(reference, owner, picture);
		this.documents.in(folder(open))
			.stream()
			.filter(each -> each.id().equals(picture))
			.findFirst()
			.ifPresent(gone -> {
				this.documents.remove(folder(open), picture, Actor.customer(owner));
				change(reference, owner, request -> request.takesPicture(gone.side()), request -> {
					request.pictureWent(gone.side(), now());
					return List.of();
				});
			});
	}

	private Request taking(RequestReference reference, SubscriberId owner, Side side) {
		return mine(reference, owner).apply(this.rows)
			.filter(request -> request.takesPicture(side))
			.orElseThrow(NoSuchRequest::new);
	}

	/**
	 * A request whose owner may handle a picture: all while it is a draft, later only
	 * those just added because a reviewer asked for them.
	 */
	private Request open(RequestReference reference, SubscriberId owner, DocumentId picture) {
		return mine(reference, owner).apply(this.rows)
			.filter(request -> request.status() == RequestStatus.DRAFT || justAdded(request, picture))
			.orElseThrow(NoSuchRequest::new);
	}

	private boolean justAdded(Request request, DocumentId picture) {
		Set<Side> came = request.asking().map(Asking::came).orElse(Set.of());
		return request.status() == RequestStatus.WAITING_FOR_PICTURE && this.documents.in(folder(request))
			.stream()
			.anyMatch(each -> each.id().equals(picture) && came.contains(each.side()));
	}

	/**
	 * Sends the pictures that a reviewer asked for. Pressing twice sends them once.
	 * @param reference which request
	 * @param owner who is signed in
	 * @return what became of it
	 */
	public PicturesAnswer sendPictures(RequestReference reference, SubscriberId owner) {
		return this.change.to(mine(reference, owner), request -> {
			if (request.status() != RequestStatus.WAITING_FOR_PICTURE) {
				return Done
					.quietly((request.status() == RequestStatus.IN_REVIEW) ? PicturesAnswer.SENT : PicturesAnswer.OVER);
			}
			if (!request.asking().orElseThrow().missing().isEmpty()) {
				return Done.quietly(PicturesAnswer.INCOMPLETE);
			}
			Instant at = now();
			return new Done<>(PicturesAnswer.SENT, List
				.of(request.sendPictures(answerBy(request, at), at.plus(Reviews.RESERVED), Actor.customer(owner), at)));
		}).orElse(PicturesAnswer.OVER);
	}

	/**
	 * By when the owner would have an answer, if the pictures were sent now.
	 * @param reference which request
	 * @param owner who is signed in
	 * @return the promise, or empty if there is no such request
	 */
	public Optional<Instant> answerIfSentNow(RequestReference reference, SubscriberId owner) {
		return mine(reference, owner).apply(this.rows).map(request -> answerBy(request, now()));
	}

	private Instant answerBy(Request request, Instant at) {
		return this.catalogue.brand(request.brand()).answerBy(at);
	}

	/**
	 * Shows the owner a picture of a draft, or one just added.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param picture which picture
	 * @return a JPEG
	 */
	public byte[] showPicture(RequestReference reference, SubscriberId owner, DocumentId picture) {
		return this.documents.view(folder(open(reference, owner, picture)), picture, Actor.customer(owner));
	}

	/**
	 * Stores the reason, and stops the line at once where the old SIM may be in strange
	 * hands.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param reason why
	 * @param reuseCode whether the existing, unused code shall be shown again
	 */
	public void answerReason(RequestReference reference, SubscriberId owner, Reason reason, boolean reuseCode) {
		Msisdn line = draft(reference, owner).line();
		boolean reuse = reuseCode && reason.mayReuseCode() && this.provisioning.unusedOrder(line).isPresent();
		Optional<OldSim> oldSim = reason.stopsTheLine() ? oldSim(line) : Optional.empty();
		answer(reference, owner, request -> {
			request.answerReason(reason, reuse, now());
			oldSim.ifPresent(request::oldSimIs);
			return reason.stopsTheLine() ? List.of(new PossiblyInStrangeHands(request.id().id())) : List.of();
		});
	}

	/** Asked before the line is stopped, because nothing is in use on a stopped one. */
	private Optional<OldSim> oldSim(Msisdn line) {
		return this.provisioning.line(line)
			.filter(found -> !found.stopped())
			.map(found -> found.simInUse()
				.map(used -> used ? OldSim.ATTACHED : OldSim.DETACHED)
				.orElse(OldSim.UNKNOWN));
	}

	/**
	 * Whether a code was made for this line and never used, so that it can be shown
	 * again.
	 * @param reference which request
	 * @param owner who is signed in
	 * @return true if there is one
	 */
	public boolean hasUnusedCode(RequestReference reference, SubscriberId owner) {
		return mine(reference, owner).apply(this.rows)
			.filter(request -> this.provisioning.unusedOrder(request.line()).isPresent())
			.isPresent();
	}

	/**
	 * What would become of the request for each reason, if it were sent now with the
	 * device that was answered.
	 * @param reference which request
	 * @param proof who is signed in, and how
	 * @return one outlook per reason, or nothing if there is no such request
	 */
	public Map<Reason, Outlook> outlooks(RequestReference reference, Proof proof) {
		Map<Reason, Outlook> outlooks = new EnumMap<>(Reason.class);
		mine(reference, proof.who()).apply(this.rows).ifPresent(request -> {
			Brand brand = this.catalogue.brand(request.brand());
			Appraisal.Seen seen = this.appraisal.look(request);
			for (Reason reason : Reason.values()) {
				outlooks.put(reason, outlook(request, brand, reason,
						this.appraisal.assess(request, brand, reason, proof.strength(now()), seen, proof.from())));
			}
		});
		return outlooks;
	}

	private Outlook outlook(Request request, Brand brand, Reason reason, Assessment assessment) {
		if (assessment instanceof Assessment.Refuse refuse) {
			return refuse.until().<Outlook>map(Outlook.TooOften::new).orElseGet(Outlook.NotNow::new);
		}
		return new Outlook.Open((Appraisal.people(assessment) > 0) ? Route.REVIEWED : Route.AUTOMATIC,
				brand.answerBy(now()), fee(request, brand, Optional.of(reason)), Appraisal.heldUntil(assessment));
	}

	/**
	 * Sends the request. Pressing twice, in two tabs or after Back sends it once.
	 * @param reference which request
	 * @param proof who is signed in, and how; its last factor must be younger than
	 * {@link Proof#FRESH}
	 * @return what became of it
	 */
	public SubmitAnswer submit(RequestReference reference, Proof proof) {
		Appraisal.Seen seen = mine(reference, proof.who()).apply(this.rows)
			.filter(request -> request.status() == RequestStatus.DRAFT)
			.map(this.appraisal::look)
			.orElse(Appraisal.Seen.NOTHING);
		return this.change.<SubmitAnswer>to(mine(reference, proof.who()), request -> submitted(request, proof, seen))
			.orElseGet(SubmitAnswer.Over::new);
	}

	private Done<SubmitAnswer> submitted(Request request, Proof proof, Appraisal.Seen seen) {
		if (request.status() != RequestStatus.DRAFT) {
			return Done.quietly(request.status().isFinal() && request.submittedAt().isEmpty() ? new SubmitAnswer.Over()
					: new SubmitAnswer.Sent());
		}
		if (!proof.isFresh(now())) {
			return Done.quietly(new SubmitAnswer.NeedsFreshProof());
		}
		Question next = next(request, this.documents.in(folder(request)));
		if (next != Question.CHECK) {
			return Done.quietly(new SubmitAnswer.Incomplete(next));
		}
		PersonView person = this.persons.view(request);
		if (person.stopped().isPresent()) {
			return Done.quietly(new SubmitAnswer.Incomplete(Question.PERSON));
		}
		Brand brand = this.catalogue.brand(request.brand());
		Assessment assessment = this.appraisal.assess(request, brand, request.reason().orElseThrow(),
				proof.strength(now()), seen, proof.from());
		if (assessment instanceof Assessment.Refuse refuse) {
			return Done.quietly(
					refuse.until().<SubmitAnswer>map(SubmitAnswer.TooOften::new).orElseGet(SubmitAnswer.NotNow::new));
		}
		// somebody has to look whether an adult really agrees
		Done<SubmitAnswer> done = sent(request, proof.who(), brand, assessment, person.adult().isPresent() ? 1 : 0);
		this.appraisal.keep(request, brand, proof, seen, assessment);
		return done;
	}

	private Done<SubmitAnswer> sent(Request request, SubscriberId owner, Brand brand, Assessment assessment,
			int fewest) {
		List<AuditedEvent> events = new ArrayList<>();
		Instant at = now();
		this.retention.sent(request);
		events.add(request.submit(fee(request, brand), Actor.customer(owner), at));
		// people decide while the time runs, so that it costs no more than the longer of
		// both
		Appraisal.heldUntil(assessment).ifPresent(until -> request.cool(until, at));
		int people = Math.max(fewest, Appraisal.people(assessment));
		if (request.cardWay().filter(way -> way == SimWay.STORE).isPresent()) {
			// the people at the counter decide, with whoever else has to
			events.add(request.toStore(Math.max(1, people), assessment.grounds().signals(),
					at.plus(Reviews.FOR_A_VISIT), at));
			return new Done<>(new SubmitAnswer.Sent(), events);
		}
		events.add((people > 0) ? request.sendToReview(people, assessment.grounds().signals(), brand.answerBy(at), at)
				: request.accept(new OrderId(UUID.randomUUID()), Actor.RESIM, at));
		return new Done<>(new SubmitAnswer.Sent(), events);
	}

	/**
	 * Lets a sent request go on with what was proven since. It saves people or time and
	 * never costs any.
	 * @param reference which request
	 * @param proof who is signed in, and how
	 * @return what became of it
	 */
	public FurtherProof proveFurther(RequestReference reference, Proof proof) {
		Appraisal.Seen seen = mine(reference, proof.who()).apply(this.rows)
			.filter(Request::mayBeProvenFurther)
			.map(this.appraisal::look)
			.orElse(Appraisal.Seen.NOTHING);
		return this.change.to(mine(reference, proof.who()), request -> provenFurther(request, proof, seen))
			.orElse(FurtherProof.OVER);
	}

	private Done<FurtherProof> provenFurther(Request request, Proof proof, Appraisal.Seen seen) {
		if (!request.mayBeProvenFurther()) {
			return Done.quietly(FurtherProof.OVER);
		}
		if (!proof.isFresh(now())) {
			return Done.quietly(FurtherProof.NEEDS_FRESH_PROOF);
		}
		Instant at = now();
		Brand brand = this.catalogue.brand(request.brand());
		Strength strength = proof.strength(at);
		Assessment assessment = this.appraisal.assess(request, brand, request.reason().orElseThrow(), strength, seen,
				proof.from());
		Prospect way = this.appraisal.way(request, strength, assessment, at);
		if (!way.isBetterThan(this.appraisal.present(request, strength))) {
			return Done.quietly(FurtherProof.NOTHING_GAINED);
		}
		List<AuditedEvent> events = new ArrayList<>();
		request.provenFurther(way.people(), way.heldUntil());
		this.appraisal.keep(request, brand, proof, seen, assessment);
		events.add(CaseEvent.of("request.proven-further", request, Actor.customer(proof.who()), at));
		// one that is held and has still to wait stays where it is
		if (request.isDecided() && (request.status() != RequestStatus.HELD || !request.isCooling(at))) {
			events.add(request.accept(new OrderId(UUID.randomUUID()), Actor.RESIM, at));
		}
		return new Done<>(FurtherProof.FASTER, events);
	}

	/**
	 * Takes a request back. Whatever was ordered is cancelled in the background.
	 * @param reference which request
	 * @param owner who is signed in
	 * @return true if it is taken back now; false if it was too late
	 */
	public boolean withdraw(RequestReference reference, SubscriberId owner) {
		return this.change.to(mine(reference, owner), request -> withdrawn(request, owner)).orElse(false);
	}

	private Done<Boolean> withdrawn(Request request, SubscriberId owner) {
		return Transitions.row(request.status(), Move.WITHDRAW)
			.map(row -> new Done<>(true, List.of(request.withdraw(Actor.customer(owner), now()))))
			.orElseGet(() -> Done.quietly(false));
	}

	/**
	 * Shows the code, if the last sign-in is young enough. Every showing leaves a row.
	 * @param reference which request
	 * @param owner who is signed in
	 * @param signedInAt when the owner last proved who they are
	 * @return the code, or why not
	 */
	public EsimAnswer showEsim(RequestReference reference, SubscriberId owner, Instant signedInAt) {
		return this.change.to(mine(reference, owner),
				request -> (request.status() == RequestStatus.READY) ? ready(request, owner, signedInAt)
						: Done.quietly((request.status().phase() == Phase.DONE) ? new EsimAnswer.Installed()
								: new EsimAnswer.NotNow()))
			.orElseGet(EsimAnswer.NotNow::new);
	}

	/**
	 * Asks for a new code instead of one that ran out or failed, within what the brand
	 * gives. The old one is taken back before the new one is ordered. A repeat is
	 * answered {@code NOT_NOW}.
	 * @param reference the request
	 * @param owner whose it is
	 * @param signedInAt when the owner last proved who it is
	 * @return what becomes of it
	 */
	public NewCodeAnswer newCode(RequestReference reference, SubscriberId owner, Instant signedInAt) {
		return this.newCodes.ask(reference, owner, signedInAt);
	}

	/**
	 * In the transaction that holds the request, so that none is shown once somebody has
	 * stopped it.
	 */
	private Done<EsimAnswer> ready(Request request, SubscriberId owner, Instant signedInAt) {
		if (!Proof.isFresh(signedInAt, now())) {
			return Done.quietly(new EsimAnswer.NeedsFreshSignIn());
		}
		Optional<Download> download = request.order().flatMap(this.provisioning::download);
		if (download.isEmpty() || request.isCodeOver(now())) {
			return Done.quietly(new EsimAnswer.NotNow());
		}
		if (download.get().state() == Download.State.INSTALLED) {
			return Done.quietly(new EsimAnswer.Installed());
		}
		return new Done<>(InstallCards.card(request, download.get()),
				List.of(CaseEvent.of("esim.shown", request, Actor.customer(owner), now())));
	}

	/**
	 * Notes that the owner is told: a message is on its way on one channel at least.
	 * Before that nothing is issued.
	 * @param reference of which request
	 */
	public void ownerIsTold(RequestReference reference) {
		this.change.to(rows -> rows.findByReference(reference.reference()), request -> {
			boolean first = request.toldAt().isEmpty();
			request.told(now());
			return new Done<>(first, first ? List.of(new OwnerTold(request.id().id())) : List.of());
		});
	}

	/**
	 * What a notice about a request may need.
	 * @param reference which request
	 * @return the facts
	 */
	public RequestFacts facts(RequestReference reference) {
		Request request = this.rows.findByReference(reference.reference()).orElseThrow();
		Brand brand = this.catalogue.brand(request.brand());
		return new RequestFacts(reference, request.subscriber(), brand.id(), brand.name(), brand.hotline(),
				brand.zone(), request.line(), request.kind(), request.reason(), request.answerBy(),
				request.declineReason(), request.asking(), request.codeUntil(), this.newCodes.until(request, now()),
				request.coolingUntil(), this.vetoes.stops(reference));
	}

	void store(RequestReference reference, SubscriberId owner, Consumer<Request> deed) {
		answer(reference, owner, request -> {
			deed.accept(request);
			return List.of();
		});
	}

	private void answer(RequestReference reference, SubscriberId owner, Function<Request, List<?>> deed) {
		change(reference, owner, request -> request.status() == RequestStatus.DRAFT, deed);
	}

	private void change(RequestReference reference, SubscriberId owner, Predicate<Request> allowed,
			Function<Request, List<?>> deed) {
		boolean stored = this.change.to(mine(reference, owner), request -> {
			if (!allowed.test(request)) {
				return Done.quietly(false);
			}
			List<?> events = deed.apply(request);
			this.retention.saved(request);
			return new Done<>(true, events);
		}).orElse(false);
		if (!stored) {
			throw new NoSuchRequest();
		}
	}

	private Request draft(RequestReference reference, SubscriberId owner) {
		return mine(reference, owner).apply(this.rows)
			.filter(request -> request.status() == RequestStatus.DRAFT)
			.orElseThrow(NoSuchRequest::new);
	}

	private static Function<RequestRows, Optional<Request>> mine(RequestReference reference, SubscriberId owner) {
		return rows -> rows.findByReferenceAndSubscriber(reference.reference(), owner.subscriber());
	}

	RequestView view(Request request) {
		List<Picture> pictures = this.documents.in(folder(request));
		Brand brand = this.catalogue.brand(request.brand());
		return new RequestView(request.reference(), request.brand(), request.line(), request.status().phase(),
				questions(request), next(request, pictures), this.persons.view(request), card(request),
				request.device(), request.documentKind(), pictures, request.reason(), request.reusesCode(),
				request.fee().orElseGet(() -> fee(request, brand)), request.route(),
				new RequestView.Times(request.savedAt(), request.submittedAt(), request.answerBy(), request.decidedAt(),
						request.readyAt(), request.codeUntil(), request.installedAt(), request.endedAt(),
						request.coolingUntil(), request.pausedAt()),
				trouble(request),
				request.declineReason().map(why -> new RequestView.Refusal(why, request.customerNote())),
				request.asking(), Transitions.row(request.status(), Move.WITHDRAW).isPresent());
	}

	private List<Question> questions(Request request) {
		return this.persons.asks(request)
				? Stream.concat(Stream.of(Question.PERSON), request.questions().stream()).toList()
				: request.questions();
	}

	private Question next(Request request, List<Picture> pictures) {
		if (this.persons.asks(request) && !this.persons.view(request).answered()) {
			return Question.PERSON;
		}
		boolean addressed = request.questions().contains(Question.ADDRESS) && this.addresses.isKept(request.id());
		return request.next(pictures.stream().map(Picture::side).toList(), addressed);
	}

	private Optional<CardView> card(Request request) {
		if (request.kind() != RequestKind.CARD) {
			return Optional.empty();
		}
		Optional<Card> card = request.order().flatMap(this.cards::find);
		return Optional.of(new CardView(request.cardWay(), request.store(), card.flatMap(Requests::state),
				card.flatMap(Card::tracking), card.flatMap(Card::sent)));
	}

	private static Optional<CardView.State> state(Card card) {
		return switch (card.state()) {
			case WANTED -> Optional.of(CardView.State.WANTED);
			case PREPARED -> Optional.of(CardView.State.PREPARED);
			case SENT -> Optional.of(CardView.State.SENT);
			case ACTIVATING, ACTIVE -> Optional.of(CardView.State.HANDED_OUT);
			case CANCELLED -> Optional.empty();
		};
	}

	private Optional<RequestView.Trouble> trouble(Request request) {
		Instant now = now();
		return (request.fault().isPresent() || request.installFault().isPresent() || request.isCodeOver(now))
				? Optional.of(new RequestView.Trouble(request.nextTryAt(), request.installFault(),
						request.isCodeOver(now), this.newCodes.until(request, now)))
				: Optional.empty();
	}

	private Money fee(Request request, Brand brand) {
		Money next = fee(request, brand, request.reason());
		return request.reusesCode() ? new Money(0, next.currency()) : next;
	}

	private Money fee(Request request, Brand brand, Optional<Reason> reason) {
		int before = this.protection.changes(request.line());
		SimWay way = request.cardWay().orElse(SimWay.ESIM);
		return brand.fees().next(reason.orElse(Reason.DAMAGED), way, before);
	}

	static String folder(Request request) {
		return "request:" + request.id().id();
	}

	private static String shortened(String label) {
		return label.strip().substring(0, Math.min(120, label.strip().length()));
	}

	private Instant now() {
		return this.clock.instant();
	}

	/**
	 * Thrown when there is no such request of this owner, or it is no draft any more. The
	 * page leads to the owner's lines.
	 */
	public static class NoSuchRequest extends RuntimeException {

		NoSuchRequest() {
			super("No such request of this customer");
		}

	}

}
