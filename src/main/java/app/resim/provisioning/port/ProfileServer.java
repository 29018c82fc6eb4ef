package app.resim.provisioning.port;

import java.time.Duration;
import java.util.Optional;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;

/**
 * An SM-DP+: it owns the profiles and their states (SGP.22, 3.1.6) and hands them to
 * phones.
 *
 * <p>
 * The contract of every call:
 * <ul>
 * <li>It answers within {@link #longestCall()} and never throws for what a server or a
 * network can do: hanging, dripping, resetting, answering nonsense.
 * <li>It sends the request at most once. Whether to repeat is the caller's decision,
 * which the {@link Outcome} allows or forbids.
 * <li>{@code call} is unique for each call, was stored before it, and is the only thing
 * that is logged beside the outcome.
 * </ul>
 * {@link #releaseProfile} may be repeated freely; the other three are not idempotent at
 * the server, which refuses what it has done before.
 */
public interface ProfileServer {

	/**
	 * The longest time that a call takes, from start to outcome. After it nobody waits
	 * for that call any more.
	 * @return a positive duration
	 */
	Duration longestCall();

	/**
	 * Whether a MatchingID of ours is sent and expected back. If not, the one in
	 * {@link Confirm} is left out and the server makes its own.
	 * @return true if the server can be told
	 */
	boolean acceptsMatchingId();

	/**
	 * The SM-DP+ address for activation codes where the server names none.
	 * @return a host name, exactly as phones shall use it
	 */
	String defaultAddress();

	/**
	 * Reserves a profile (ES2+ DownloadOrder).
	 * @param call the call's own id
	 * @param order what is ordered
	 * @return the ICCID of the reserved profile
	 */
	Outcome<Iccid> downloadOrder(String call, Order order);

	/**
	 * Confirms and releases a reserved profile (ES2+ ConfirmOrder with the release flag).
	 * @param call the call's own id
	 * @param confirm what is confirmed
	 * @return what the phone needs
	 */
	Outcome<Confirmation> confirmOrder(String call, Confirm confirm);

	/**
	 * Takes an order back (ES2+ CancelOrder).
	 * @param call the call's own id
	 * @param cancel what is taken back
	 * @return nothing more
	 */
	Outcome<Nothing> cancelOrder(String call, Cancel cancel);

	/**
	 * Releases a confirmed profile (ES2+ ReleaseProfile). Releasing a released profile
	 * succeeds.
	 * @param call the call's own id
	 * @param iccid the profile
	 * @return nothing more
	 */
	Outcome<Nothing> releaseProfile(String call, Iccid iccid);

	/**
	 * A profile to reserve.
	 *
	 * @param iccid this very profile, where the operator chooses; a repeat can then be
	 * recognised
	 * @param profileType the server's name of the sort of profile
	 * @param eid the phone it shall be bound to
	 */
	record Order(Optional<Iccid> iccid, String profileType, Optional<Eid> eid) {
	}

	/**
	 * A reserved profile to confirm and release.
	 *
	 * @param iccid the profile
	 * @param eid the phone it shall be bound to
	 * @param matchingId the wished MatchingID
	 * @param confirmationCode the code that the phone shall ask for
	 */
	record Confirm(Iccid iccid, Optional<Eid> eid, Optional<String> matchingId, Optional<String> confirmationCode) {

		@Override
		public String toString() {
			return "Confirm[" + this.iccid + "]";
		}

	}

	/**
	 * An order to take back.
	 *
	 * @param iccid the profile
	 * @param eid the phone that the order named
	 * @param matchingId the MatchingID bound to the order, once there is one
	 * @param reusable whether the profile may be ordered again; if not it is lost
	 */
	record Cancel(Iccid iccid, Optional<Eid> eid, Optional<String> matchingId, boolean reusable) {

		@Override
		public String toString() {
			return "Cancel[" + this.iccid + "]";
		}

	}

	/**
	 * A confirmed and released profile.
	 *
	 * @param matchingId the MatchingID, as the server gave it
	 * @param smdpAddress the address for the activation code: the server's, else the
	 * default
	 * @param boundTo the phone it was bound to, only if an EID was sent
	 * @param asSent false if the server answered another MatchingID or EID than it was
	 * sent: such a profile must not reach anybody
	 */
	record Confirmation(String matchingId, String smdpAddress, Optional<Eid> boundTo, boolean asSent) {

		@Override
		public String toString() {
			return "Confirmation[asSent=" + this.asSent + "]";
		}

	}

	/** An answer without content. */
	record Nothing() {
	}

}
