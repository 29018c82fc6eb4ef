package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import app.resim.kernel.Actor;
import app.resim.provisioning.Download;
import app.resim.provisioning.OrderId;
import app.resim.provisioning.Provisioning;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Looks for what time has ended and for what fulfilment has missed, a batch at a time.
 */
@Component
class RequestSweep {

	static final Duration DRAFTS_LAST = Duration.ofDays(30);

	/** While a time may run in which the owner can object. */
	private static final Set<RequestStatus> COOLING = Set.of(RequestStatus.HELD, RequestStatus.IN_REVIEW,
			RequestStatus.HANDED_OVER, RequestStatus.WAITING_FOR_PICTURE);

	/** With which nothing stays ordered. */
	private static final Set<RequestStatus> UNDONE = Set.of(RequestStatus.WITHDRAWN, RequestStatus.EXPIRED,
			RequestStatus.DECLINED, RequestStatus.PAUSED);

	private static final Limit BATCH = Limit.of(200);

	private final RequestRows rows;

	private final Changes change;

	private final FulfilmentJobs jobs;

	private final Provisioning provisioning;

	private final Appraisal appraisal;

	private final LockOpenings openings;

	private final Clock clock;

	RequestSweep(RequestRows rows, Changes change, FulfilmentJobs jobs, Provisioning provisioning, Appraisal appraisal,
			LockOpenings openings, Clock clock) {
		this.rows = rows;
		this.change = change;
		this.jobs = jobs;
		this.provisioning = provisioning;
		this.appraisal = appraisal;
		this.openings = openings;
		this.clock = clock;
	}

	void run() {
		Instant now = this.clock.instant();
		this.rows.oldDrafts(now.minus(DRAFTS_LAST), BATCH).forEach(this::expire);
		this.rows.waitingTooLong(now, BATCH).forEach(this::expire);
		this.rows.withCodeOver(now, BATCH).stream().filter(this::notOnAPhone).forEach(this::expire);
		this.rows.toRemindOf(now, BATCH).forEach(this::remind);
		this.rows.cooled(now, BATCH).forEach(this::goOn);
		this.openings.openDue();
		this.appraisal.forgetOldMarks();
		this.rows.toBringOn(now, BATCH).forEach(request -> this.jobs.wake(request.id()));
		UNDONE.forEach(
				status -> this.rows.toTakeBack(status, now, BATCH).forEach(request -> this.jobs.wake(request.id())));
	}

	private void remind(Request seen) {
		this.change.to(seen.id(), request -> COOLING.contains(request.status())
				? List.of(request.remind(this.clock.instant())) : List.of());
	}

	/** The owner had time to object, and did not. */
	private void goOn(Request seen) {
		this.change.to(seen.id(), request -> {
			Instant now = this.clock.instant();
			return (request.status() == RequestStatus.HELD && !request.isCooling(now))
					? List.of(request.approve(new OrderId(UUID.randomUUID()), Actor.RESIM, now)) : List.of();
		});
	}

	private void expire(Request seen) {
		this.change.to(seen.id(),
				request -> Transitions.row(request.status(), Move.EXPIRE)
					.<List<?>>map(row -> List.of(request.expire(this.clock.instant())))
					.orElseGet(List::of));
	}

	/**
	 * A phone that has the profile and not yet reported its installation is waited for.
	 */
	private boolean notOnAPhone(Request request) {
		return request.order()
			.flatMap(this.provisioning::download)
			.filter(download -> download.state() == Download.State.DOWNLOADED
					|| download.state() == Download.State.INSTALLED)
			.isEmpty();
	}

}
