package app.resim.provisioning.simulated;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;

/**
 * A profile as the simulated SM-DP+ has it.
 *
 * @param iccid the profile
 * @param profileType its sort
 * @param state its state
 * @param eid the phone it is bound to
 * @param changedAt when the state was reached
 */
public record SimulatedProfile(Iccid iccid, String profileType, State state, Optional<Eid> eid, Instant changedAt) {

	/** States of a profile at an SM-DP+ (SGP.22, 3.1.6). */
	public enum State {

		AVAILABLE, ALLOCATED, LINKED, CONFIRMED, RELEASED, DOWNLOADED, INSTALLED, ERROR, UNAVAILABLE

	}

}
