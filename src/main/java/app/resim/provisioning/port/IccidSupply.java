package app.resim.provisioning.port;

import java.util.List;
import java.util.Optional;

import app.resim.kernel.Iccid;

/**
 * ICCIDs of profiles that the SM-DP+ holds for Resim <b>alone</b>. With such a pool an
 * order names its profile, so that a repeat after an unknown outcome finds the first one
 * instead of taking another. If anybody else orders the same ICCIDs, two lines may end on
 * one profile.
 */
public interface IccidSupply {

	/**
	 * What is known now; asked whenever the stock runs dry. ICCIDs handed out before are
	 * ignored.
	 * @return the pool, possibly empty
	 */
	List<Stocked> deliver();

	/**
	 * A profile of the pool.
	 *
	 * @param iccid which
	 * @param profileType its sort; empty if it fits any
	 */
	record Stocked(Iccid iccid, Optional<String> profileType) {
	}

}
