package app.resim.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.resim.account.Staff;
import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Catalogue;
import app.resim.kernel.Actor;
import app.resim.request.Changes.Done;
import app.resim.request.Reviews.Decision;

import org.springframework.stereotype.Service;

/**
 * The fraud desk's brake: an analyst stops any request before its eSIM is on a phone.
 * Somebody else looks into it and lets it go on, see {@link Reviews#resume}; two people
 * have to approve it then. What was ordered is cancelled, as after an owner's "this was
 * not me".
 *
 * @see "decision 0024"
 */
@Service
public class Pauses {

	/** How long a reason may be, in characters. */
	public static final int LONGEST = 500;

	private final RequestRows rows;

	private final Changes change;

	private final Votes votes;

	private final Staff staff;

	private final Catalogue catalogue;

	private final Clock clock;

	Pauses(RequestRows rows, Changes change, Votes votes, Staff staff, Catalogue catalogue, Clock clock) {
		this.rows = rows;
		this.change = change;
		this.votes = votes;
		this.staff = staff;
		this.catalogue = catalogue;
		this.clock = clock;
	}

	/**
	 * Stops a request. After this has returned no code of it is shown and none is issued.
	 * @param reference which
	 * @param staff sign-in name of a fraud analyst
	 * @param why for colleagues, at most {@value #LONGEST} characters; neither the
	 * customer nor the trail gets it
	 * @return {@code DONE}; {@code STOPPED} if it was stopped before,
	 * {@code ALREADY_DECIDED} if it is over or on a phone, {@code OWN_ACCOUNT}
	 */
	public Decision pause(RequestReference reference, String staff, String why) {
		this.staff.demand(staff, Role.FRAUD);
		if (why.isBlank() || why.length() > LONGEST) {
			throw new IllegalArgumentException("A reason of at most " + LONGEST + " characters is needed");
		}
		return this.change.to(Reviews.caseOf(reference), request -> paused(request, staff, why))
			.orElse(Decision.ALREADY_DECIDED);
	}

	private Done<Decision> paused(Request request, String staff, String why) {
		if (this.staff.linked(staff).contains(request.subscriber())) {
			return Done.quietly(Decision.OWN_ACCOUNT);
		}
		if (!canBeSetAside(request)) {
			return Done
				.quietly((request.status() == RequestStatus.PAUSED) ? Decision.STOPPED : Decision.ALREADY_DECIDED);
		}
		Instant at = this.clock.instant();
		this.votes.strike(request.id());
		return new Done<>(Decision.DONE, List.of(request.setAside(why.strip(),
				this.catalogue.brand(request.brand()).answerBy(at), Actor.staff(staff), at)));
	}

	/**
	 * Whether there is still something to stop.
	 * @param reference which
	 * @return false if it is stopped, over or on a phone
	 */
	public boolean isPossible(RequestReference reference) {
		return Reviews.caseOf(reference).apply(this.rows).filter(Pauses::canBeSetAside).isPresent();
	}

	private static boolean canBeSetAside(Request request) {
		return Transitions.row(request.status(), Move.SET_ASIDE).isPresent();
	}

	/**
	 * Who of the staff has stopped a request that is stopped now.
	 * @param reference which
	 * @param staff sign-in name of who looks, a reviewer or a fraud analyst
	 * @return empty if nobody has, or an owner has
	 */
	public Optional<Pause> of(RequestReference reference, String staff) {
		this.staff.demand(staff, Role.REVIEWER, Role.FRAUD);
		return Reviews.caseOf(reference)
			.apply(this.rows)
			.flatMap(request -> request.setAsideBy().map(by -> new Pause(by, request.setAsideWhy().orElse(""))));
	}

	/**
	 * A request that a colleague has stopped.
	 *
	 * @param by sign-in name
	 * @param why in the colleague's words
	 */
	public record Pause(String by, String why) {
	}

}
