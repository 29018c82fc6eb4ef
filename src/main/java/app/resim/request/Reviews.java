package app.resim.request;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.identity.DocumentId;
import app.resim.identity.Documents;
import app.resim.kernel.Actor;
import app.resim.provisioning.OrderId;
import app.resim.request.Changes.Done;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * The reviewers' side of requests. Whoever asks is a reviewer: the caller has checked the
 * role. A case is decided only by the one who has claimed it.
 */
@Service
public class Reviews {

	private static final Set<RequestStatus> WAITING = Set.of(RequestStatus.IN_REVIEW, RequestStatus.STALLED);

	/** How many cases the worklist holds at most. */
	public static final int LISTED = 200;

	private static final int EARLIER = 10;

	private final RequestRows rows;

	private final Changes change;

	private final Requests requests;

	private final Subscribers subscribers;

	private final Lines lines;

	private final Documents documents;

	private final Clock clock;

	Reviews(RequestRows rows, Changes change, Requests requests, Subscribers subscribers, Lines lines,
			Documents documents, Clock clock) {
		this.rows = rows;
		this.change = change;
		this.requests = requests;
		this.subscribers = subscribers;
		this.lines = lines;
		this.documents = documents;
		this.clock = clock;
	}

	/**
	 * What waits for a person, the most urgent first.
	 * @return at most two hundred cases
	 */
	public List<WorklistRow> worklist() {
		return this.rows.findByStatusInOrderByAnswerByAscCreatedAtAsc(WAITING, Limit.of(LISTED))
			.stream()
			.map(Reviews::row)
			.toList();
	}

	/**
	 * What anybody of the staff may know about a case.
	 * @param reference which
	 * @return the case, also one that waits no more; empty if there is none
	 */
	public Optional<WorklistRow> find(RequestReference reference) {
		return caseOf(reference).apply(this.rows)
			.filter(request -> request.submittedAt().isPresent())
			.map(Reviews::row);
	}

	private static WorklistRow row(Request request) {
		boolean stalled = request.status() == RequestStatus.STALLED;
		return new WorklistRow(request.reference(), request.line().masked(), request.reason().orElseThrow(),
				request.status().phase(), request.submittedAt().orElseThrow(),
				stalled ? Optional.empty() : request.answerBy(), stalled, request.signals(), request.reviewer());
	}

	/**
	 * Claims the most urgent case that nobody has.
	 * @param staff sign-in name
	 * @return the claimed case, or empty if none is free
	 */
	public Optional<RequestReference> claimNext(String staff) {
		return worklist().stream()
			.filter(row -> row.reviewer().isEmpty())
			.map(WorklistRow::reference)
			.filter(reference -> claim(reference, staff))
			.findFirst();
	}

	/**
	 * Claims a case, so that nobody else decides it.
	 * @param reference which
	 * @param staff sign-in name
	 * @return true if it is theirs now, also if it was before
	 */
	public boolean claim(RequestReference reference, String staff) {
		return this.change.to(caseOf(reference), request -> {
			boolean free = WAITING.contains(request.status()) && request.reviewer().isEmpty();
			if (!free) {
				return Done.quietly(request.reviewer().filter(staff::equals).isPresent());
			}
			request.claim(staff, now());
			return new Done<>(true, List.of(CaseEvent.of("case.claimed", request, Actor.staff(staff), now())));
		}).orElse(false);
	}

	/**
	 * Gives a case back to the worklist.
	 * @param reference which
	 * @param staff who has it
	 */
	public void giveBack(RequestReference reference, String staff) {
		this.change.to(caseOf(reference), request -> {
			if (!worksOn(request, staff)) {
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
		return caseOf(reference).apply(this.rows).filter(request -> worksOn(request, staff)).map(this::view);
	}

	private CaseView view(Request request) {
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
				request.signals(), request.status() == RequestStatus.STALLED, request.fault(), earlier);
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
		return caseOf(reference).apply(this.rows).filter(request -> worksOn(request, staff)).map(request -> {
			byte[] shown = this.documents.view(Requests.folder(request), picture, Actor.staff(staff));
			this.change.publish(CaseEvent.of("case.picture-shown", request, Actor.staff(staff), now()));
			return shown;
		});
	}

	/**
	 * Approves: fulfilment starts at once.
	 * @param reference which
	 * @param staff who decides
	 * @param note what was compared; stays in the back office
	 * @return what became of it
	 */
	public Decision approve(RequestReference reference, String staff, String note) {
		return decide(reference, staff, request -> {
			request.noteOfReview(note);
			return request.approve(new OrderId(UUID.randomUUID()), Actor.staff(staff), now());
		});
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
		return decide(reference, staff, request -> request.decline(why, note, Actor.staff(staff), now()));
	}

	/**
	 * Lets fulfilment of a stalled request go on.
	 * @param reference which
	 * @param staff who decides
	 * @return what became of it
	 */
	public Decision resume(RequestReference reference, String staff) {
		return this.change.to(caseOf(reference), request -> {
			if (!has(request, staff)) {
				return Done.quietly(Decision.NOT_YOURS);
			}
			return (request.status() == RequestStatus.STALLED)
					? new Done<>(Decision.DONE, List.of(request.resume(Actor.staff(staff), now())))
					: Done.quietly(Decision.ALREADY_DECIDED);
		}).orElse(Decision.NOT_YOURS);
	}

	private Decision decide(RequestReference reference, String staff, Function<Request, RequestEvent> deed) {
		return this.change.to(caseOf(reference), request -> {
			if (!has(request, staff)) {
				return Done.quietly(Decision.NOT_YOURS);
			}
			if (request.status() != RequestStatus.IN_REVIEW) {
				return Done.quietly(Decision.ALREADY_DECIDED);
			}
			List<Object> events = new ArrayList<>();
			events.add(deed.apply(request));
			return new Done<>(Decision.DONE, events);
		}).orElse(Decision.NOT_YOURS);
	}

	private static boolean worksOn(Request request, String staff) {
		return WAITING.contains(request.status()) && has(request, staff);
	}

	private static boolean has(Request request, String staff) {
		return request.reviewer().filter(staff::equals).isPresent();
	}

	private static Function<RequestRows, Optional<Request>> caseOf(RequestReference reference) {
		return rows -> rows.findByReference(reference.reference())
			.filter(request -> request.status() != RequestStatus.DRAFT);
	}

	private Instant now() {
		return this.clock.instant();
	}

	/** What became of a decision. */
	public enum Decision {

		/** It holds. */
		DONE,
		/** Somebody else has the case, or nobody. */
		NOT_YOURS,
		/** It was decided or taken back before. */
		ALREADY_DECIDED

	}

}
