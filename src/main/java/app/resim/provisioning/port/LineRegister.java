package app.resim.provisioning.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;

/**
 * The operator's network (HLR, HSS, UDM or what stands before them): it owns which SIMs
 * serve a line and whether the line is stopped.
 *
 * <p>
 * The contract of every change:
 * <ul>
 * <li>It is idempotent: repeating it, at once or much later, leaves the same state and
 * answers the same. A caller repeats whatever did not answer {@link Change.Done}.
 * <li>Stopping and the SIMs are independent: {@link #start} never brings an ended SIM
 * back, {@link #attach} never starts a stopped line.
 * <li>It answers within {@link #longestCall()} and does not throw for what a network can
 * do; an outcome that nobody knows is {@link Change.Later}.
 * <li>No fault word holds a number.
 * </ul>
 */
public interface LineRegister {

	/**
	 * The longest time that a call takes, from start to outcome.
	 * @return a positive duration
	 */
	Duration longestCall();

	/**
	 * The line as the network has it.
	 * @param line the number
	 * @return the line, or empty if the network knows no such line
	 * @throws RegisterUnreachable if the network does not answer; may be repeated
	 */
	Optional<RegisteredLine> state(Msisdn line);

	/**
	 * Stops a line at once, whatever SIM it has: no calls, no messages, no data.
	 * @param line the number
	 * @return done also if it was stopped before
	 */
	Change stop(Msisdn line);

	/**
	 * Lets a stopped line work again on the SIMs that it has.
	 * @param line the number
	 * @return done also if it was not stopped
	 */
	Change start(Msisdn line);

	/**
	 * Links a further SIM to the line. The SIM that serves it keeps serving until
	 * {@link #endSim}; which of the two is reached in between is the network's choice.
	 * @param line the number
	 * @param iccid the new SIM
	 * @return done also if it was linked before, even if it serves alone by now
	 */
	Change attach(Msisdn line, Iccid iccid);

	/**
	 * Unlinks a SIM from the line for good; the other one, if any, serves alone.
	 * @param line the number
	 * @param iccid the old SIM, or a new one that shall not be used after all
	 * @return done also if it was never linked
	 */
	Change endSim(Msisdn line, Iccid iccid);

	/**
	 * A line in the network.
	 *
	 * @param sim the SIM that serves it, empty if none does; while two are linked, the
	 * older one
	 * @param stopped whether it is stopped
	 * @param since since when it is stopped or started, where known
	 * @param attached whether the SIM is registered with the network at this moment;
	 * empty where the network does not say
	 */
	record RegisteredLine(Optional<Iccid> sim, boolean stopped, Optional<Instant> since, Optional<Boolean> attached) {
	}

	/** How a change ended. */
	sealed interface Change {

		/** The network is as wished, now or since an earlier try. */
		record Done() implements Change {
		}

		/**
		 * The network refuses; a repeat would be refused too.
		 *
		 * @param fault a word such as {@code no-such-line}
		 */
		record Refused(String fault) implements Change {
		}

		/**
		 * Not done, or nobody knows. To be repeated.
		 *
		 * @param fault a word such as {@code unreachable}
		 */
		record Later(String fault) implements Change {
		}

	}

	/**
	 * Thrown when the network does not answer; trying again later may help.
	 */
	class RegisterUnreachable extends RuntimeException {

		public RegisterUnreachable(Throwable cause) {
			super("The network register does not answer", cause);
		}

	}

}
