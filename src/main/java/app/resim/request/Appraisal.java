package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

import app.resim.account.FailedSignIns;
import app.resim.account.Origin;
import app.resim.account.Proof;
import app.resim.account.Strength;
import app.resim.account.Subscribers;
import app.resim.account.Tenure;
import app.resim.catalogue.Brand;
import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.Reason;
import app.resim.identity.Documents;
import app.resim.protection.Assessment;
import app.resim.protection.Background;
import app.resim.protection.Background.SignIn;
import app.resim.protection.Protection;
import app.resim.protection.SimLocks;
import app.resim.protection.SwapFacts;
import app.resim.protection.SwapFacts.Papers;

import org.springframework.stereotype.Component;

/**
 * Gathers what is known about a request and who sends it, and lets swap protection weigh
 * it.
 */
@Component
class Appraisal {

	private static final Duration DAY = Duration.ofDays(1);

	private final RequestRows rows;

	private final Weighings weighings;

	private final DocumentCheck check;

	private final Documents documents;

	private final Subscribers subscribers;

	private final FailedSignIns failures;

	private final Protection protection;

	private final SimLocks locks;

	private final Clock clock;

	Appraisal(RequestRows rows, Weighings weighings, DocumentCheck check, Documents documents, Subscribers subscribers,
			FailedSignIns failures, Protection protection, SimLocks locks, Clock clock) {
		this.locks = locks;
		this.rows = rows;
		this.weighings = weighings;
		this.check = check;
		this.documents = documents;
		this.subscribers = subscribers;
		this.failures = failures;
		this.protection = protection;
		this.clock = clock;
	}

	/**
	 * What has to be asked of others, and therefore outside any transaction.
	 * @param request a draft
	 * @return what they say
	 */
	Seen look(Request request) {
		return new Seen(this.check.papers(request), this.subscribers.tenure(request.subscriber()),
				this.failures.of(request.subscriber()),
				request.documentKind().flatMap(kind -> this.documents.mark(Requests.folder(request), kind)));
	}

	/**
	 * Weighs.
	 * @param request which
	 * @param brand whose rules hold
	 * @param reason why
	 * @param strength how strongly the customer has proven who they are
	 * @param seen what others say
	 * @param from from where the customer signed in
	 * @return the assessment
	 */
	Assessment assess(Request request, Brand brand, Reason reason, Strength strength, Seen seen, Origin from) {
		boolean fits = request.device().filter(device -> device.verdict() == Verdict.COMPATIBLE).isPresent();
		return this.protection.assess(new SwapFacts(request.line(), brand, reason, fits, seen.papers(),
				background(request, strength, seen, from), this.clock.instant()));
	}

	private Background background(Request request, Strength strength, Seen seen, Origin from) {
		return new Background(request.submittedAt(), seen.tenure().customerSince(), seen.tenure().contactSince(),
				browser(from), OptionalInt.of(seen.failedSignIns()), earlier(request, seen, from), request.oldSim(),
				signIn(strength), lock(request));
	}

	private Background.Lock lock(Request request) {
		return this.locks.since(request.line(), request.subscriber()).isPresent() ? Background.Lock.LOCKED
				: Background.Lock.OPEN;
	}

	/** Like a new factor, a new browser has to settle first. */
	private Background.Browser browser(Origin from) {
		if (from.browserSince() == null) {
			return Background.Browser.UNKNOWN;
		}
		return from.browserSince().plus(Proof.SETTLING).isAfter(this.clock.instant()) ? Background.Browser.NEW
				: Background.Browser.SEEN_BEFORE;
	}

	private Background.Earlier earlier(Request request, Seen seen, Origin from) {
		Instant start = this.clock.instant().minus(DAY);
		int itself = request.submittedAt().filter(start::isBefore).isPresent() ? 1 : 0;
		int line = this.rows.countByLineAndSubmittedAtAfter(request.line().e164(), start) - itself;
		int account = this.rows.countBySubscriberAndSubmittedAtAfter(request.subscriber().subscriber(), start) - itself;
		OptionalInt document = seen.document()
			.map(mark -> OptionalInt.of(this.weighings.ofOthers(mark, request.subscriber(), start)))
			.orElseGet(OptionalInt::empty);
		return new Background.Earlier(OptionalInt.of(line), OptionalInt.of(account), document,
				Optional.ofNullable(from.network())
					.map(network -> OptionalInt.of(this.weighings.fromNetwork(network, request.id(), start)))
					.orElseGet(OptionalInt::empty));
	}

	private static SignIn signIn(Strength strength) {
		return switch (strength) {
			case PASSKEY -> SignIn.PASSKEY;
			case TWO_FACTORS -> SignIn.TWO_FACTORS;
			case MAIL_AND_RECOVERY_CODE -> SignIn.MAILED_AND_SAVED_CODE;
			case MAIL -> SignIn.MAILED_CODE;
		};
	}

	/** Forgets documents and networks that are not counted any more. */
	void forgetOldMarks() {
		this.weighings.forgetMarks(this.clock.instant().minus(DAY));
	}

	/**
	 * Keeps what was weighed, inside the transaction that acts upon it.
	 * @param request which
	 * @param brand whose rules held
	 * @param proof what the customer had proven
	 * @param seen what others said
	 * @param assessment what followed
	 */
	void keep(Request request, Brand brand, Proof proof, Seen seen, Assessment assessment) {
		Instant at = this.clock.instant();
		this.weighings.add(request.id(),
				new Weighed(at, proof.factors(), proof.strength(at), people(assessment), heldUntil(assessment),
						assessment.grounds().points(), assessment.grounds().signals(), assessment.grounds().unknown(),
						brand.policyVersion()),
				seen.document(), Optional.ofNullable(proof.from().network()));
	}

	/**
	 * How many people have to decide.
	 * @param assessment what swap protection says
	 * @return 0 to 2; one in place of a stronger proof that was not given
	 */
	static int people(Assessment assessment) {
		return switch (assessment) {
			case Assessment.Clear clear -> 0;
			case Assessment.StepUp stepUp -> 1;
			case Assessment.NeedsPeople needed -> needed.people();
			case Assessment.HoldUntil hold -> hold.people();
			case Assessment.Refuse refuse -> 2;
		};
	}

	static Optional<Instant> heldUntil(Assessment assessment) {
		return (assessment instanceof Assessment.HoldUntil hold) ? Optional.of(hold.until()) : Optional.empty();
	}

	/**
	 * The way that a request would go with a proof. One that was sent already goes no
	 * longer way than it goes now, and no shorter one than the people who look into it
	 * allow.
	 * @param request which
	 * @param strength the proof
	 * @param assessment what swap protection says with it
	 * @param answerBy by when people would have answered
	 * @return the way
	 */
	Prospect way(Request request, Strength strength, Assessment assessment, Instant answerBy) {
		boolean possible = !(assessment instanceof Assessment.Refuse);
		if (request.submittedAt().isEmpty()) {
			return new Prospect(strength, possible, people(assessment), heldUntil(assessment), answerBy);
		}
		Prospect now = present(request, strength);
		return possible ? new Prospect(strength, true,
				Math.min(now.people(), Math.max(people(assessment), request.fewestPeople())),
				earlier(now.heldUntil(), heldUntil(assessment)), now.answerBy()) : now;
	}

	private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
		return one.flatMap(end -> other.map(another -> another.isBefore(end) ? another : end));
	}

	/**
	 * The way that a sent request goes now.
	 * @param request which
	 * @param strength the proof it goes by
	 * @return the way
	 */
	Prospect present(Request request, Strength strength) {
		return new Prospect(strength, true, (request.status() == RequestStatus.HELD) ? 0 : request.people(),
				request.coolingUntil().filter(this.clock.instant()::isBefore),
				request.answerBy().orElseGet(request::savedAt));
	}

	/**
	 * What others say about a request.
	 *
	 * @param papers doubts about the document
	 * @param tenure how long the customer has been one
	 * @param failedSignIns within the last day
	 * @param document fingerprint of the document, where there is one
	 */
	record Seen(Papers papers, Tenure tenure, int failedSignIns, Optional<byte[]> document) {

		/** Nobody was asked. */
		static final Seen NOTHING = new Seen(Papers.NO_DOUBT, Tenure.UNKNOWN, 0, Optional.empty());

	}

}
