package app.resim.provisioning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import org.jspecify.annotations.Nullable;

/**
 * An order of a profile as it is stored: one row, loaded and saved by {@link OrderBook}.
 *
 * <p>
 * Before an outer system is called, {@link #claim} stores the call's id, until when its
 * outcome is waited for, and that from now on the call may have happened
 * ({@link #unsure}). {@link #settle} takes that back when the outcome is certain. A
 * process killed in between leaves just what an unanswered call leaves.
 */
final class ProfileOrder {

	private static final Pattern CODE_OR_NUMBER = Pattern
		.compile("(?i:LPA:)\\S*|1\\$\\S+|\\+?[0-9][0-9F ]{5,}[0-9F]|[0-9A-Z-]{9,}");

	private static final int LONGEST_TEXT = 300;

	private static final int LONGEST_WORD = 60;

	final OrderId id;

	final Msisdn line;

	final String profileType;

	final Optional<Eid> eid;

	/** How long the code may be used after release. */
	final Duration usableFor;

	State state = State.ORDERING;

	@Nullable Iccid iccid;

	/** Whether the ICCID is one of the operator's pool and was named in the order. */
	boolean fromPool;

	@Nullable Iccid oldIccid;

	OldSim oldSim = OldSim.KEPT;

	int calls;

	@Nullable String callId;

	@Nullable Instant calledUntil;

	/** Whether the call that leaves this state may have happened unnoticed. */
	boolean unsure;

	/** Unanswered tries to take the order back. */
	int unknownCalls;

	/** Whether the server may have released the profile. */
	boolean maybeConfirmed;

	@Nullable Secrets secrets;

	/** Whether the server bound the profile to {@link #eid}. */
	boolean bound;

	@Nullable Instant usableUntil;

	@Nullable String fault;

	@Nullable String faultText;

	final List<Object> news = new ArrayList<>();

	/** The call that was just claimed, to be written down. */
	Optional<OutsideCall.Question> asked = Optional.empty();

	/** How a call ended, to be written down. */
	Optional<Ended> ended = Optional.empty();

	ProfileOrder(OrderId id, Msisdn line, String profileType, Optional<Eid> eid, Duration usableFor) {
		this.id = id;
		this.line = line;
		this.profileType = profileType;
		this.eid = eid;
		this.usableFor = usableFor;
	}

	/** How far an order has come. */
	enum State {

		/** Being ordered at the SM-DP+. */
		ORDERING,
		/** Reserved at the SM-DP+. */
		ORDERED,
		/** Linked to the line in the network. */
		ATTACHED,
		/** Confirmed, as it seems, by a call whose answer was lost; to be proved. */
		PROVING,
		/** The code can be shown. */
		RELEASED,
		/** A phone loaded it. */
		DOWNLOADED,
		/** A phone could not load or install it; the same phone may try again. */
		FAILED,
		/** A phone installed it. */
		INSTALLED,
		/** Something does not fit; nobody gets the code until a person has looked. */
		HELD,
		/** Being taken back; no code any more. */
		CANCELLING,
		/** Taken back as far as it could be. */
		CANCELLED;

		/** Whether the code was given out and is not taken back. */
		boolean isOut() {
			return this == RELEASED || this == DOWNLOADED || this == FAILED || this == INSTALLED;
		}

	}

	/** What becomes of the SIM that the line had before. */
	enum OldSim {

		KEPT, ENDING, ENDED

	}

	/**
	 * A call to be made.
	 *
	 * @param id its id
	 * @param number which of its order's calls, from 1
	 * @param wasUnsure whether an earlier one may have happened unnoticed
	 */
	record Call(String id, int number, boolean wasUnsure) {
	}

	/**
	 * A call that has ended.
	 *
	 * @param number which of its order's calls, from 1
	 * @param word how
	 */
	record Ended(int number, String word) {
	}

	boolean busy(Instant now) {
		return this.calledUntil != null && now.isBefore(this.calledUntil);
	}

	Call claim(Instant until, OutsideCall.Question question) {
		this.asked = Optional.of(question);
		boolean wasUnsure = this.unsure;
		this.calls++;
		this.callId = this.id.order() + "-" + this.calls;
		this.calledUntil = until;
		this.unsure = true;
		return new Call(this.callId, this.calls, wasUnsure);
	}

	/** Also for an answer that came too late to count. */
	void ended(Call call, String word) {
		this.ended = Optional.of(new Ended(call.number(), word.substring(0, Math.min(word.length(), LONGEST_WORD))));
	}

	boolean awaits(Call call) {
		return this.calledUntil != null && call.id().equals(this.callId);
	}

	void settle(boolean stillUnsure) {
		this.calledUntil = null;
		this.unsure = stillUnsure;
	}

	void ordered(Iccid profile) {
		this.iccid = profile;
		moveTo(State.ORDERED);
	}

	void attached() {
		moveTo(State.ATTACHED);
	}

	void proving() {
		this.unsure = true;
		this.state = State.PROVING;
	}

	void released(Secrets given, boolean bound, Instant now) {
		this.secrets = given;
		this.bound = bound;
		this.usableUntil = now.plus(this.usableFor);
		moveTo(State.RELEASED);
	}

	void reached(State point) {
		moveTo(point);
	}

	/** Nobody gets the code until a person has looked. */
	void hold(String why) {
		moveTo(State.HELD);
		this.fault = why;
	}

	void cancelling() {
		this.unknownCalls = 0;
		moveTo(State.CANCELLING);
	}

	void cancelled() {
		moveTo(State.CANCELLED);
	}

	/** Taken back although something stays to be known about it. */
	void cancelled(String fault) {
		moveTo(State.CANCELLED);
		this.fault = fault;
	}

	void dropIccid() {
		this.iccid = null;
		this.fromPool = false;
	}

	/**
	 * Keeps the server's words for operators, without anything that looks like a code or
	 * a number of somebody.
	 */
	void note(String fault, String text) {
		this.fault = fault;
		String masked = CODE_OR_NUMBER.matcher(text).replaceAll("…").strip();
		this.faultText = masked.isEmpty() ? null : masked.substring(0, Math.min(masked.length(), LONGEST_TEXT));
	}

	void announce(Object event) {
		this.news.add(event);
	}

	private void moveTo(State next) {
		this.state = next;
		this.unsure = false;
		this.calledUntil = null;
		this.fault = null;
		this.faultText = null;
	}

}
