package app.resim.request;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.account.Staff;
import app.resim.account.StaffMember.Role;
import app.resim.kernel.Actor;
import app.resim.provisioning.OutsideCall;
import app.resim.provisioning.Provisioning;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/**
 * The requests that stand still because another system does not do its part: what is
 * known, what was asked and what was answered.
 */
@Service
public class Halts {

	/** How many are listed. */
	public static final int MOST = 50;

	/** Somebody who fails once or twice is no news. */
	private static final int TRIES = 3;

	private final RequestRows rows;

	private final Changes change;

	private final Provisioning provisioning;

	private final FulfilmentJobs jobs;

	private final Staff staff;

	private final Clock clock;

	Halts(RequestRows rows, Changes change, Provisioning provisioning, FulfilmentJobs jobs, Staff staff, Clock clock) {
		this.rows = rows;
		this.change = change;
		this.provisioning = provisioning;
		this.jobs = jobs;
		this.staff = staff;
		this.clock = clock;
	}

	/** What became of another try. */
	public enum Answer {

		/** It is tried at once. */
		DONE,
		/** It does not stand still any more. */
		GONE,
		/** It is the request of whoever asks. */
		OWN_ACCOUNT

	}

	/**
	 * All that stand still.
	 * @return at most {@value #MOST}, those that wait longest first
	 */
	public List<Halt> all() {
		return this.rows.standingStill(TRIES, Limit.of(MOST)).stream().map(this::halt).toList();
	}

	/**
	 * One of them.
	 * @param reference which
	 * @return empty if it does not stand still
	 */
	public Optional<Halt> of(RequestReference reference) {
		return this.rows.findByReference(reference.reference()).filter(Halts::isHalted).map(this::halt);
	}

	/**
	 * Tries once more, now.
	 * @param reference which
	 * @param staff sign-in name
	 * @return what became of it
	 */
	public Answer tryNow(RequestReference reference, String staff) {
		this.staff.demand(staff, Role.REVIEWER);
		return this.rows.findByReference(reference.reference())
			.filter(Halts::isHalted)
			.map(request -> this.staff.linked(staff).contains(request.subscriber()) ? Answer.OWN_ACCOUNT
					: tryNow(request, staff))
			.orElse(Answer.GONE);
	}

	private Answer tryNow(Request seen, String staff) {
		Actor actor = Actor.staff(staff);
		this.change.to(seen.id(),
				request -> (request.status() == RequestStatus.STALLED)
						? List.of(request.resume(actor, this.clock.instant()))
						: List.of(CaseEvent.of("request.tried-again", request, actor, this.clock.instant())));
		this.jobs.hurry(seen.id());
		return Answer.DONE;
	}

	private static boolean isHalted(Request request) {
		return request.status() == RequestStatus.STALLED || request.nextTryAt().isPresent();
	}

	private Halt halt(Request request) {
		// of an order that a new code replaces as well: it is what went wrong
		List<OutsideCall> calls = Stream.concat(request.order().stream(), request.formerOrder().stream())
			.flatMap(order -> this.provisioning.calls(order).stream())
			.toList();
		return new Halt(request.reference(), request.line().masked(), request.status().phase(),
				request.status() == RequestStatus.STALLED, request.fault().orElse(""), request.tries(),
				request.nextTryAt(), calls.stream().map(Halt.Asked::of).toList());
	}

}
