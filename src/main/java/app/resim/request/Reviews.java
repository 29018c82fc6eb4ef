package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import app.resim.account.Staff;
import app.resim.account.StaffMember.Role;
import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.catalogue.Catalogue;
import app.resim.identity.Comparison;
import app.resim.identity.DocumentId;
import app.resim.identity.Documents;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import app.resim.provisioning.OrderId;
import app.resim.request.Changes.Done;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * The reviewers' side of requests. A case is decided only by the one who has claimed it;
 * fraud analysts look and decline, reviewers decide everything. Whoever has neither role
 * now is refused by an {@link org.springframework.security.access.AccessDeniedException},
 * whatever a page believed.
 */
@Service
public class Reviews {

	/** How long pictures that were asked for are waited for. */
	public static final Duration FOR_PICTURES = Duration.ofDays(14);

	/** How long a visit to a store is waited for. */
	public static final Duration FOR_A_VISIT = Duration.ofDays(30);

	/**
	 * How long a case whose pictures have come is kept for the one who asked for them.
	 */
	public static final Duration RESERVED = Duration.ofMinutes(30);

	/** What a reviewer can take. */
	private static final Set<RequestStatus> OPEN = Set.of(RequestStatus.IN_REVIEW, RequestStatus.HANDED_OVER,
			RequestStatus.STALLED, RequestStatus.PAUSED);

	/** How many free cases are looked up at once: colleagues may be faster with some. */
	private static final int CANDIDATES = 10;

	private static final int TRIES = 5;

	private static final int EARLIER = 10;

	private final RequestRows rows;

	private final Changes change;

	private final Requests requests;

	private final Subscribers subscribers;

	private final Lines lines;

	private final Documents documents;

	private final DocumentCheck check;

	private final Votes votes;

	private final Weighings weighings;

	private final Worklist worklist;

	private final Staff staff;

	private final Catalogue catalogue;

	private final Clock clock;

	Reviews(RequestRows rows, Changes change, Requests requests, Subscribers subscribers, Lines lines,
			Documents documents, DocumentCheck check, Votes votes, Weighings weighings, Worklist worklist, Staff staff,
			Catalogue catalogue, Clock clock) {
		this.rows = rows;
		this.change = change;
		this.requests = requests;
		this.subscribers = subscribers;
		this.lines = lines;
		this.documents = documents;
		this.check = check;
		this.votes = votes;
		this.weighings = weighings;
		this.worklist = worklist;
		this.staff = staff;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/**
	 * What anybody of the staff may know about a case.
	 * @param reference which
	 * @return the case, also one that waits no more; empty if there is none
	 */
	public Optional<WorklistRow> find(RequestReference reference) {
		return caseOf(reference).apply(this.rows).filter(request -> request.submittedAt().isPresent()).map(this::row);
	}

	private WorklistRow row(Request request) {
		boolean stalled = request.status() == RequestStatus.STALLED;
		return new WorklistRow(request.reference(), request.line().masked(), request.reason().orElseThrow(),
				request.status().phase(), request.submittedAt().orElseThrow(),
				stalled ? Optional.empty() : request.answerBy(), stalled, request.signals(), request.reviewer(),
				request.people(), request.firstApprover(), request.reservation(now()), request.waitsUntil());
	}

	/**
	 * Claims the most urgent case that nobody has.
	 * @param staff sign-in name
	 * @return the claimed case, or empty if none is free
	 */
	public Optional<RequestReference> claimNext(String staff) {
		this.staff.demand(staff, Role.REVIEWER, Role.FRAUD);
		Set<SubscriberId> tooClose = this.staff.linked(staff);
		for (int tries = 0; tries < TRIES; tries++) {
			List<RequestReference> free = this.worklist.candidates(staff, tooClose, CANDIDATES);
			Optional<RequestReference> taken = free.stream().filter(reference -> claim(reference, staff)).findFirst();
			if (taken.isPresent() || free.isEmpty()) {
				return taken;
			}
		}
		return Optional.empty();
	}

	/**
	 * Claims a case, so that nobody else decides it.
	 * @param reference which
	 * @param staff sign-in name
	 * @return true if it is theirs now, also if it was before; false if it waits no more,
	 * somebody else has it or it is about an account of their own
	 */
	public boolean claim(RequestReference reference, String staff) {
		this.staff.demand(staff, Role.REVIEWER, Role.FRAUD);
		return this.change.to(caseOf(reference), request -> {
			boolean free = OPEN.contains(request.status()) && request.isFreeFor(staff, now());
			if (isTooClose(request, staff)) {
				return Done.quietly(false);
			}
			if (!free) {
				return Done.quietly(request.reviewer().filter(staff::equals).isPresent());
			}
			request.claim(staff, now());
			return new Done<>(true, List.of(CaseEvent.of("case.claimed", request, Actor.staff(staff), now())));
		}).orElse(false);
	}

	/**
	 * Whether a case is about an account of the reviewer's own, or of somebody close to
	 * them. Then they neither see nor decide it.
	 * @param reference which
	 * @param staff sign-in name
	 * @return true if somebody else has to do it
	 */
	public boolean isTooClose(RequestReference reference, String staff) {
		return caseOf(reference).apply(this.rows).filter(request -> isTooClose(request, staff)).isPresent();
	}

	private boolean isTooClose(Request request, String staff) {
		return this.staff.linked(staff).contains(request.subscriber());
	}

	/**
	 * Gives a case back to the worklist.
	 * @param reference which
	 * @param staff who has it
	 */
	public void giveBack(RequestReference reference, String staff) {
		this.change.to(caseOf(reference), request -> {
			if (!OPEN.contains(request.status()) || !has(request, staff)) {
				return Done.quietly(false);
			}
			request.giveBack();
			return new Done<>(true, List.of(CaseEvent.of("case.given-back", request, Actor.staff(staff), now())));
		});
	}

	/**
	 * All that a reviewer needs about a case. Personal data is shown only to the one who
	 * has claimed it, and only while it waits.
	 * @param reference which
	 * @param staff who looks
	 * @return the case, or empty if there is none, it is over or somebody else has it
	 */
	public Optional<CaseView> open(RequestReference reference, String staff) {
		this.staff.demand(staff, Role.REVIEWER, Role.FRAUD);
		return caseOf(reference).apply(this.rows)
			.filter(request -> worksOn(request, staff))
			.map(request -> view(request, staff));
	}

	private CaseView view(Request request, String staff) {
		Optional<Subscriber> subscriber = this.subscribers.find(request.subscriber());
		List<CaseView.Earlier> earlier = this.rows
			.findByLineAndStatusNotOrderByCreatedAtDesc(request.line().e164(), RequestStatus.DRAFT, Limit.of(EARLIER))
			.stream()
			.filter(other -> !other.id().equals(request.id()))
			.map(other -> new CaseView.Earlier(other.reference(), other.submittedAt().orElse(other.createdAt()),
					other.reason(), other.status().phase()))
			.toList();
		return new CaseView(this.requests.view(request), subscriber.map(Subscriber::name).orElse(""),
				subscriber.map(Subscriber::maskedEmail).orElse(""), this.lines.of(request.subscriber(), request.line()),
				request.signals(), this.weighings.of(request.id()), request.status() == RequestStatus.STALLED,
				request.fault(), request.people(), request.firstApprover(), request.pausedBy(),
				compared(request, subscriber, staff), earlier);
	}

	/**
	 * What is on file stands apart in some directories; without it there is a case still.
	 */
	private Comparison compared(Request request, Optional<Subscriber> customer, String staff) {
		try {
			return this.check.compare(request, customer, Actor.staff(staff));
		}
		catch (DirectoryUnreachable ex) {
			return Comparison.NOTHING;
		}
	}

	/**
	 * A picture of a claimed case. Every view leaves a row about the picture and one
	 * about the case.
	 * @param reference which case
	 * @param picture which picture
	 * @param staff who looks
	 * @return a JPEG, or empty if the case is not theirs or waits no more
	 */
	public Optional<byte[]> picture(RequestReference reference, DocumentId picture, String staff) {
		this.staff.demand(staff, Role.REVIEWER, Role.FRAUD);
		return caseOf(reference).apply(this.rows).filter(request -> worksOn(request, staff)).map(request -> {
			byte[] shown = this.documents.view(Requests.folder(request), picture, Actor.staff(staff));
			this.change.publish(CaseEvent.of("case.picture-shown", request, Actor.staff(staff), now()));
			return shown;
		});
	}

	/**
	 * Approves: fulfilment starts at once, unless a second person has to approve as well.
	 * @param reference which
	 * @param staff who decides
	 * @param note what was compared; stays in the back office
	 * @return what became of it
	 */
	public Decision approve(RequestReference reference, String staff, String note) {
		this.staff.demand(staff, Role.REVIEWER);
		try {
			return decide(reference, staff, request -> approved(request, staff, note));
		}
		catch (DuplicateKeyException ex) {
			// the database's last word: nobody takes two seats
			return Decision.ALREADY_APPROVED;
		}
	}

	/** Also for somebody who may give an approval without having taken the case. */
	Done<Decision> approved(Request request, String staff, String note) {
		List<String> before = this.votes.of(request.id());
		if (before.contains(staff)) {
			return Done.quietly(Decision.ALREADY_APPROVED);
		}
		Instant at = now();
		int seat = before.size() + 1;
		boolean enough = seat >= request.people();
		request.noteOfReview(note);
		RequestEvent event = enough ? request.accept(new OrderId(UUID.randomUUID()), Actor.staff(staff), at)
				: request.vote(promise(request, at), Actor.staff(staff), at);
		// of two approvals at once the later one fails here and starts over
		this.rows.saveAndFlush(request);
		this.votes.add(request.id(), seat, staff, note, at);
		return new Done<>(enough ? Decision.DONE : Decision.PASSED_ON, List.of(event));
	}

	/**
	 * Asks the customer for other pictures. What was approved so far has to be approved
	 * again.
	 * @param reference which
	 * @param staff who asks; the case is kept for them for a while when the pictures come
	 * @param wishes which pictures and why, at least one
	 * @param note further words for the customer, or null
	 * @return what became of it
	 */
	public Decision askPictures(RequestReference reference, String staff, List<PictureWish> wishes,
			@Nullable String note) {
		this.staff.demand(staff, Role.REVIEWER);
		if (wishes.isEmpty()) {
			throw new IllegalArgumentException("No picture is asked for");
		}
		return decide(reference, staff, request -> {
			if (request.status() != RequestStatus.IN_REVIEW) {
				return Done.quietly(Decision.ALREADY_DECIDED);
			}
			Instant at = now();
			this.votes.strike(request.id());
			return done(request.askPictures(wishes, note, at.plus(FOR_PICTURES), Actor.staff(staff), at));
		});
	}

	/**
	 * Asks the customer to come to a store. All that was sent is kept for the visit.
	 * @param reference which
	 * @param staff who asks
	 * @param note further words for the customer, or null
	 * @return what became of it
	 */
	public Decision handOver(RequestReference reference, String staff, @Nullable String note) {
		this.staff.demand(staff, Role.REVIEWER);
		return decide(reference, staff, request -> {
			if (request.status() != RequestStatus.IN_REVIEW) {
				return Done.quietly(Decision.ALREADY_DECIDED);
			}
			Instant at = now();
			this.votes.strike(request.id());
			return done(request.handOver(note, at.plus(FOR_A_VISIT), Actor.staff(staff), at));
		});
	}

	/**
	 * Takes a case back from the store: the customer need not come, and is promised an
	 * answer again.
	 * @param reference which
	 * @param staff who has it, and keeps it
	 * @return what became of it
	 */
	public Decision takeBack(RequestReference reference, String staff) {
		this.staff.demand(staff, Role.REVIEWER);
		return decide(reference, staff, request -> {
			if (request.status() != RequestStatus.HANDED_OVER) {
				return Done.quietly(Decision.ALREADY_DECIDED);
			}
			Instant at = now();
			return done(request.takeBack(promise(request, at), Actor.staff(staff), at));
		});
	}

	private Instant promise(Request request, Instant at) {
		return this.catalogue.brand(request.brand()).answerBy(at);
	}

	private static Done<Decision> done(RequestEvent event) {
		return new Done<>(Decision.DONE, List.of(event));
	}

	/**
	 * Declines.
	 * @param reference which
	 * @param staff who decides
	 * @param why the customer reads a sentence for it
	 * @param note further words for the customer, or null
	 * @return what became of it
	 */
	public Decision decline(RequestReference reference, String staff, DeclineReason why, @Nullable String note) {
		this.staff.demand(staff, Role.REVIEWER, Role.FRAUD);
		return decide(reference, staff, request -> done(request.decline(why, note, Actor.staff(staff), now())));
	}

	/**
	 * Lets fulfilment of a stalled request go on; one that somebody stopped goes back to
	 * be checked, by two people. Whoever of the staff stopped it does not let it go on.
	 * @param reference which
	 * @param staff who decides
	 * @return what became of it
	 */
	public Decision resume(RequestReference reference, String staff) {
		this.staff.demand(staff, Role.REVIEWER, Role.FRAUD);
		return this.change.to(caseOf(reference), request -> {
			if (isTooClose(request, staff)) {
				return Done.quietly(Decision.OWN_ACCOUNT);
			}
			if (!has(request, staff)) {
				return Done.quietly(Decision.NOT_YOURS);
			}
			return switch (request.status()) {
				case STALLED -> {
					this.staff.demand(staff, Role.REVIEWER);
					yield done(request.resume(Actor.staff(staff), now()));
				}
				case PAUSED ->
					request.setAsideBy().filter(staff::equals).isPresent() ? Done.quietly(Decision.SOMEBODY_ELSE)
							: done(request.lookInto(promise(request, now()), Actor.staff(staff), now()));
				default -> Done.quietly(Decision.ALREADY_DECIDED);
			};
		}).orElse(Decision.NOT_YOURS);
	}

	private Decision decide(RequestReference reference, String staff, Function<Request, Done<Decision>> deed) {
		return this.change.to(caseOf(reference), request -> {
			if (isTooClose(request, staff)) {
				return Done.quietly(Decision.OWN_ACCOUNT);
			}
			boolean undecided = request.status() == RequestStatus.IN_REVIEW
					|| request.status() == RequestStatus.HANDED_OVER;
			if (request.status() == RequestStatus.PAUSED && has(request, staff)) {
				return Done.quietly(Decision.STOPPED);
			}
			if (!has(request, staff)) {
				return Done.quietly(Decision.NOT_YOURS);
			}
			return undecided ? deed.apply(request) : Done.quietly(Decision.ALREADY_DECIDED);
		}).orElse(Decision.NOT_YOURS);
	}

	private boolean worksOn(Request request, String staff) {
		return OPEN.contains(request.status()) && has(request, staff) && !isTooClose(request, staff);
	}

	private static boolean has(Request request, String staff) {
		return request.reviewer().filter(staff::equals).isPresent();
	}

	static Function<RequestRows, Optional<Request>> caseOf(RequestReference reference) {
		return rows -> rows.findByReference(reference.reference())
			.filter(request -> request.status() != RequestStatus.DRAFT);
	}

	private Instant now() {
		return this.clock.instant();
	}

	/** What became of a decision. */
	public enum Decision {

		/** Somebody has stopped it meanwhile: that has to be looked into first. */
		STOPPED,
		/** It holds. */
		DONE,
		/** It holds, and somebody else has to approve as well. */
		PASSED_ON,
		/** They have stopped it themselves; a colleague has to look into it. */
		SOMEBODY_ELSE,
		/** They have approved it before; the second one has to be somebody else. */
		ALREADY_APPROVED,
		/** It is about an account of their own or of somebody close to them. */
		OWN_ACCOUNT,
		/** Somebody else has the case, or nobody. */
		NOT_YOURS,
		/** It was decided or taken back before. */
		ALREADY_DECIDED

	}

}
