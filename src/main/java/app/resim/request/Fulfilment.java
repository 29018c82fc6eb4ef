package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.kernel.Money;
import app.resim.provisioning.OrderId;
import app.resim.request.fulfilment.Outcome;
import app.resim.request.fulfilment.Plan;
import app.resim.request.fulfilment.Plans;
import app.resim.request.fulfilment.Wish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Brings a request one leg further, whatever its status asks for. Safe to run twice, at
 * any time and by anybody: it reads where the request stands and does what is missing.
 */
@Component
class Fulfilment {

	private static final Logger log = LoggerFactory.getLogger(Fulfilment.class);

	private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

	/**
	 * Whoever waits goes on soon after another system is back, and one that is away is
	 * left in peace by others than us.
	 */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	/** Somebody awaits an answer for it, or died while waiting: that is over soon. */
	private static final String BUSY = "provisioning.busy";

	private static final Duration SOON = Duration.ofSeconds(2);

	/** A message usually goes out within a second. */
	private static final Duration TELLING = Duration.ofMinutes(1);

	private static final Duration UNTOLD = Duration.ofMinutes(30);

	private final RequestRows rows;

	private final Changes change;

	private final Plans plans;

	private final NewCodes newCodes;

	private final Catalogue catalogue;

	private final Clock clock;

	private final RandomGenerator chance;

	Fulfilment(RequestRows rows, Changes change, Plans plans, NewCodes newCodes, Catalogue catalogue, Clock clock,
			RandomGenerator chance) {
		this.rows = rows;
		this.change = change;
		this.plans = plans;
		this.newCodes = newCodes;
		this.catalogue = catalogue;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * Runs the leg that the status asks for.
	 * @param id which request
	 * @return when to run again, or empty if nothing is left to do for now
	 */
	Optional<Instant> run(RequestId id) {
		return this.rows.findById(id).flatMap(request -> switch (request.status()) {
			case DRAFT -> protect(request);
			case APPROVED -> prepare(request);
			case READY -> runOut(request);
			case INSTALLED -> finish(request);
			case DECLINED, WITHDRAWN, EXPIRED, PAUSED -> undo(request);
			case SUBMITTED, HELD, IN_REVIEW, WAITING_FOR_PICTURE, HANDED_OVER, STALLED, DONE -> Optional.empty();
		});
	}

	private Optional<Instant> protect(Request request) {
		return request.reason().isEmpty() ? Optional.empty()
				: settle(request, tried(() -> plan(request).protect(wish(request))));
	}

	private Optional<Instant> prepare(Request request) {
		RequestId id = request.id();
		if (request.toldAt().isEmpty()) {
			return untold(request);
		}
		return settle(request, tried(() -> plan(request).prepare(wish(request), () -> stillApproved(id))));
	}

	/**
	 * Nothing is issued behind the owner's back: while no message could be handed over on
	 * any channel it waits, and after a while people have to look why.
	 */
	private Optional<Instant> untold(Request request) {
		Duration since = Duration.between(request.decidedAt().orElseGet(request::createdAt), this.clock.instant());
		if (since.compareTo(TELLING) < 0) {
			// the message's way out wakes it
			return Optional.empty();
		}
		return (since.compareTo(UNTOLD) < 0) ? again(request, "notice.pending")
				: stalled(request, "notice.undelivered");
	}

	private Optional<Instant> finish(Request request) {
		return settle(request,
				tried(() -> plan(request).finish(wish(request), request.installedAt().orElseGet(this.clock::instant))));
	}

	/** A code that nobody may show any more is none that a phone may still load. */
	private Optional<Instant> runOut(Request request) {
		return (request.isCodeOver(this.clock.instant()) && !request.isUndone()
				&& request.order().filter(plan(request)::isOnAPhone).isEmpty())
						? settle(request, tried(() -> plan(request).undo(wish(request)))) : Optional.empty();
	}

	private Optional<Instant> undo(Request request) {
		return (request.isUndone() || request.order().isEmpty()) ? Optional.empty()
				: settle(request, tried(() -> plan(request).undo(wish(request))));
	}

	/** A fault of a counterpart or of ours costs a try, never the request. */
	private Outcome tried(java.util.function.Supplier<Outcome> leg) {
		try {
			return leg.get();
		}
		catch (RuntimeException ex) {
			log.warn("A leg of fulfilment failed", ex);
			return new Outcome.Later("resim." + ex.getClass().getSimpleName());
		}
	}

	private Optional<Instant> settle(Request request, Outcome outcome) {
		return switch (outcome) {
			case Outcome.Ready ready -> released(request.id(), ready);
			case Outcome.Finished finished -> finished(request);
			case Outcome.NotWanted notWanted -> Optional.of(this.clock.instant());
			case Outcome.Later later -> again(request, later.fault());
			case Outcome.NeedsPerson person -> stalled(request, person.fault());
		};
	}

	private Optional<Instant> released(RequestId id, Outcome.Ready ready) {
		this.change.to(id, request -> (request.status() == RequestStatus.APPROVED)
				? List.of(request.release(ready.order(), ready.usableUntil(), this.clock.instant())) : List.of());
		// taken back in the very moment of release: the next run undoes it
		return this.rows.findById(id)
			.filter(request -> request.status() != RequestStatus.READY)
			.map(request -> this.clock.instant());
	}

	private Optional<Instant> finished(Request seen) {
		this.change.to(seen.id(), request -> switch (request.status()) {
			case INSTALLED -> List.of(request.finish(this.clock.instant()));
			case DECLINED, WITHDRAWN, EXPIRED, PAUSED -> {
				// it may have been let go on and stopped again meanwhile, with another
				// order
				if (request.order().equals(seen.order())) {
					request.undone();
				}
				yield List.of();
			}
			case READY -> {
				// there may be a new code meanwhile
				Instant now = this.clock.instant();
				boolean same = request.order().equals(seen.order()) && request.isCodeOver(now) && !request.isUndone();
				yield same ? List.of(request.ranOut(this.newCodes.until(request), now)) : List.of();
			}
			default -> List.of();
		});
		return Optional.empty();
	}

	private Optional<Instant> again(Request seen, String fault) {
		Instant next = this.clock.instant().plus(BUSY.equals(fault) ? SOON : wait(seen.tries()));
		if (Integer.bitCount(seen.tries() + 1) == 1) {
			log.info("Request {} waits: {}, tried {} times", seen.reference(), fault, seen.tries() + 1);
		}
		this.change.to(seen.id(), request -> {
			request.failedTry(fault, next);
			return List.of();
		});
		return Optional.of(next);
	}

	private Optional<Instant> stalled(Request seen, String fault) {
		if (seen.status() != RequestStatus.APPROVED) {
			return again(seen, fault);
		}
		log.warn("Request {} needs a person: {}", seen.reference(), fault);
		this.change.to(seen.id(), request -> (request.status() == RequestStatus.APPROVED)
				? List.of(request.stall(fault, this.clock.instant())) : List.of());
		return Optional.empty();
	}

	/**
	 * Grows up to ten seconds, with a fifth of chance so that requests do not march in
	 * step.
	 */
	private Duration wait(int tries) {
		long seconds = Math.min(LONGEST_WAIT.toSeconds(), FIRST_WAIT.toSeconds() << Math.min(tries, 10));
		return Duration.ofMillis((long) (seconds * 1000 * (0.8 + 0.2 * this.chance.nextDouble())));
	}

	private Plan plan(Request request) {
		return plan(this.plans, request.kind());
	}

	static Plan plan(Plans plans, RequestKind kind) {
		return switch (kind) {
			case ESIM -> plans.esim();
			case CARD -> plans.card();
		};
	}

	private boolean stillApproved(RequestId id) {
		return this.rows.findById(id).filter(request -> request.status() == RequestStatus.APPROVED).isPresent();
	}

	private Wish wish(Request request) {
		Brand brand = this.catalogue.brand(request.brand());
		return new Wish(request.reference().reference(), request.subscriber(),
				request.order().orElseGet(() -> new OrderId(request.id().id())), request.formerOrder(), request.line(),
				request.reason().orElseThrow(), brand.profileType(), request.eid(), brand.codeValidity(),
				request.fee().orElseGet(() -> new Money(0, brand.fees().first().currency())), request.reusesCode());
	}

}
