package app.resim.provisioning.port;

import java.util.Optional;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;

/**
 * Where an SM-DP+ adapter hands in what phones did with a profile. Reports may repeat and
 * come in any order; a report about a profile that nobody ordered is no fault. An adapter
 * hands in only what an authenticated server sent.
 */
public interface ProgressReports {

	/**
	 * Takes a report and stores what follows from it before it returns.
	 * @param report the report
	 */
	void received(Report report);

	/**
	 * A report (SGP.22, 5.3.5).
	 *
	 * @param iccid the profile
	 * @param eid the phone, where the server names it
	 * @param point 1 eligibility, 2 confirmation, 3 download, 4 installation; others are
	 * the server's own
	 * @param result how the point was passed
	 * @param code subject and reason code of a failure as {@code 8.2.10-4.2}, else empty
	 * @param sentAt the server's own time stamp as it stood there, at most 64 characters;
	 * good for telling repeats apart and for the record, never for an order
	 */
	record Report(Iccid iccid, Optional<Eid> eid, int point, Result result, String code, String sentAt) {

		/** The point at which a phone installed the profile. */
		public static final int INSTALLATION = 4;

		/** The point at which a phone loaded the profile. */
		public static final int DOWNLOAD = 3;

	}

	/** How a point was passed. */
	enum Result {

		SUCCESS, WARNING, FAILED

	}

}
