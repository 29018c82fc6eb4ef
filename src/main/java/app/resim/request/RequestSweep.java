package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import app.resim.catalogue.Catalogue;
import app.resim.kernel.Actor;
import app.resim.provisioning.OrderId;
import app.resim.request.fulfilment.Plans;

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

	private final Plans plans;

	private final NewCodes newCodes;

	private final Appraisal appraisal;

	private final LockOpenings openings;

	private final Catalogue catalogue;

	private final Addresses addresses;

	private final Clock clock;

	RequestSweep(RequestRows rows, Changes change, FulfilmentJobs jobs, Plans plans, NewCodes newCodes,
			Appraisal appraisal, LockOpenings openings, Catalogue catalogue, Addresses addresses, Clock clock) {
		this.catalogue = catalogue;
		this.addresses = addresses;
		this.rows = rows;
		this.change = change;
		this.jobs = jobs;
		this.plans = plans;
		this.newCodes = newCodes;
		this.appraisal = appraisal;
		this.openings = openings;
		this.clock = clock;
	}

	void run() {
		Instant now = this.clock.instant();
		this.rows.oldDrafts(now.minus(DRAFTS_LAST), BATCH).forEach(this::expire);
		this.rows.waitingTooLong(now, BATCH).forEach(this::expire);
		this.rows.withCodeOver(now, BATCH).stream().filter(this::notOnAPhone).forEach(this::runOut);
		this.rows.toRemindOf(now, BATCH).forEach(this::remind);
		this.rows.cooled(now, BATCH).forEach(this::goOn);
		this.openings.openDue();
		this.catalogue.brands()
			.forEach(brand -> this.addresses.forget(brand.id().brand(),
					now.minus(Duration.ofDays(brand.keeping().requestDays()))));
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

	/** While there may be a new code it waits for the owner to ask, else it is over. */
	private void runOut(Request request) {
		if (this.newCodes.areGiven(request, this.clock.instant())) {
			this.jobs.wake(request.id());
		}
		else {
			expire(request);
		}
	}

	/**
	 * A phone that has the profile and not yet reported its installation is waited for.
	 */
	private boolean notOnAPhone(Request request) {
		return request.order().filter(Fulfilment.plan(this.plans, request.kind())::isOnAPhone).isEmpty();
	}

}
