package app.resim.provisioning.simulated;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.simulated.Notices.Point;
import app.resim.provisioning.simulated.Shelf.Kept;
import app.resim.provisioning.simulated.SimulatedProfile.State;

import org.springframework.stereotype.Component;

/**
 * A simulated SM-DP+ with phones at its other end. It is served over HTTP by this very
 * server, keeps its profiles in the database, and exists only while no real one is
 * configured. Call it outside of transactions: it reports to the portal over HTTP.
 */
@Component
@WhileNoServerIsConfigured
public class SimulatedSmDp {

	/** Failures after which an SM-DP+ gives the profile up: tries are used up. */
	private static final Set<String> FINAL = Set.of("8.8.5-6.4", "8.2.7-6.4");

	private static final List<State> OPEN = List.of(State.RELEASED, State.DOWNLOADED);

	private final Shelf shelf;

	private final Notices notices;

	private final FaultSwitch faultSwitch;

	SimulatedSmDp(Shelf shelf, Notices notices, FaultSwitch faultSwitch) {
		this.shelf = shelf;
		this.notices = notices;
		this.faultSwitch = faultSwitch;
	}

	/**
	 * Profiles that are or were ordered.
	 * @return the newest 200, last changed first
	 */
	public List<SimulatedProfile> profiles() {
		return this.shelf.all();
	}

	/**
	 * Pretends that a phone scanned the code and installed the profile: notices of points
	 * 1, 3 and 4 are answered by the portal before this returns.
	 * @param iccid a released profile
	 * @param phone the phone, or empty for the right one
	 * @return whether the phone could install it
	 */
	public Attempt install(Iccid iccid, Optional<Eid> phone) {
		Optional<Kept> kept = this.shelf.find(iccid);
		Attempt attempt = kept.map(found -> attempt(found, phone)).orElse(new Attempt.Refused("8.2-1.2"));
		if (attempt instanceof Attempt.Installed && kept.isPresent()) {
			SimulatedProfile profile = kept.get().profile();
			Optional<Eid> reader = phone.or(profile::eid);
			this.notices.send(profile, reader, new Point(1, ""), new Point(3, ""));
			this.shelf.move(iccid, OPEN, State.INSTALLED);
			this.notices.send(profile, reader, new Point(4, ""));
		}
		return attempt;
	}

	private Attempt attempt(Kept kept, Optional<Eid> phone) {
		SimulatedProfile profile = kept.profile();
		if (profile.eid().isPresent() && phone.isPresent() && !profile.eid().equals(phone)) {
			return new Attempt.Refused("8.1.1-3.8");
		}
		if (this.shelf.move(profile.iccid(), OPEN, State.DOWNLOADED)) {
			return new Attempt.Installed();
		}
		return new Attempt.Refused((kept.state() == State.INSTALLED) ? "8.2.6-3.8" : "8.2-1.2");
	}

	/**
	 * Pretends that a phone could not install the profile.
	 * @param iccid a released profile
	 * @param code subject and reason code, for example {@code 8.2.10-4.2}; after
	 * {@code 8.8.5-6.4} and {@code 8.2.7-6.4} it cannot be tried again
	 * @return what the phone was told
	 */
	public Attempt fail(Iccid iccid, String code) {
		State next = FINAL.contains(code) ? State.ERROR : State.DOWNLOADED;
		if (!this.shelf.move(iccid, OPEN, next)) {
			return new Attempt.Refused("8.2-1.2");
		}
		this.shelf.find(iccid)
			.map(Kept::profile)
			.ifPresent(profile -> this.notices.send(profile, profile.eid(), new Point(point(code), code)));
		return new Attempt.Refused(code);
	}

	private static int point(String code) {
		return switch (code) {
			case "8.8.5-6.4" -> 1;
			case "8.2.7-6.4" -> 2;
			default -> 4;
		};
	}

	/**
	 * Lets the server misbehave until it is told otherwise.
	 * @param fault how, or {@link Fault.None}
	 */
	public void setFault(Fault fault) {
		this.faultSwitch.set(fault);
	}

	/**
	 * How the server misbehaves now.
	 * @return the fault
	 */
	public Fault fault() {
		return this.faultSwitch.fault();
	}

	/** How a phone fared. */
	public sealed interface Attempt {

		/** It installed the profile. */
		record Installed() implements Attempt {
		}

		/**
		 * It could not.
		 *
		 * @param code subject and reason code that the phone was given
		 */
		record Refused(String code) implements Attempt {
		}

	}

}
