package app.resim.request;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import app.resim.account.Factor;
import app.resim.account.Line;
import app.resim.account.Proof;
import app.resim.account.Strength;
import app.resim.account.Subscribers;
import app.resim.kernel.Actor;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.protection.SimLocks;
import app.resim.provisioning.Provisioning;
import app.resim.provisioning.Step;

import org.springframework.stereotype.Service;

/**
 * A customer's lines: what they do, and stopping and starting them.
 */
@Service
public class Lines {

	private final Subscribers subscribers;

	private final Provisioning provisioning;

	private final RequestRows rows;

	private final Requests requests;

	private final Changes change;

	private final SimLocks locks;

	private final Clock clock;

	Lines(Subscribers subscribers, Provisioning provisioning, RequestRows rows, Requests requests, Changes change,
			SimLocks locks, Clock clock) {
		this.locks = locks;
		this.subscribers = subscribers;
		this.provisioning = provisioning;
		this.rows = rows;
		this.requests = requests;
		this.change = change;
		this.clock = clock;
	}

	/**
	 * The customer's lines with their state.
	 * @param owner who is signed in
	 * @return the lines in a stable order
	 */
	public List<LineView> of(SubscriberId owner) {
		return this.subscribers.lines(owner).stream().map(line -> view(owner, line)).toList();
	}

	/**
	 * One line with its state.
	 * @param owner whose
	 * @param line which
	 * @return the line, or empty if it is not theirs any more
	 */
	Optional<LineView> of(SubscriberId owner, Msisdn line) {
		return this.subscribers.line(owner, line).map(known -> view(owner, known));
	}

	private LineView view(SubscriberId owner, Line line) {
		Optional<Provisioning.LineState> state = this.provisioning.line(line.number());
		Optional<RequestView> open = this.rows.findByLiveLine(line.number().e164())
			.filter(request -> request.subscriber().equals(owner))
			.map(this.requests::view);
		return new LineView(line.number(), line.device(), line.sim() == Line.SimKind.ESIM,
				state.map(known -> known.stopped() ? LineView.State.STOPPED : LineView.State.WORKING)
					.orElse(LineView.State.UNKNOWN),
				state.flatMap(Provisioning.LineState::since), this.locks.since(line.number(), owner), open);
	}

	/**
	 * Stops a line at once.
	 * @param owner who is signed in
	 * @param line one of the owner's lines
	 * @return what became of it
	 */
	public LineAnswer stop(SubscriberId owner, Msisdn line) {
		return this.subscribers.line(owner, line)
			.map(known -> told(this.provisioning.stop(line), "line.stopped", owner))
			.orElse(LineAnswer.NOT_YOURS);
	}

	/**
	 * Starts a stopped line again. While a request for a lost or stolen phone is open it
	 * stays stopped, because somebody else may hold the old SIM.
	 * @param owner who is signed in
	 * @param line one of the owner's lines
	 * @return what became of it
	 */
	public LineAnswer start(SubscriberId owner, Msisdn line) {
		if (this.subscribers.line(owner, line).isEmpty()) {
			return LineAnswer.NOT_YOURS;
		}
		boolean held = this.rows.findByLiveLine(line.e164())
			.filter(request -> request.status() != RequestStatus.DRAFT)
			.flatMap(Request::reason)
			.filter(reason -> reason.stopsTheLine())
			.isPresent();
		return held ? LineAnswer.HELD_BY_REQUEST : told(this.provisioning.start(line), "line.started", owner);
	}

	/**
	 * Locks a line against replacement. Locking one that is locked changes nothing.
	 * @param proof who is signed in, and how
	 * @param line one of the customer's lines
	 * @return what became of it
	 */
	public LockAnswer lock(Proof proof, Msisdn line) {
		if (!proof.isFresh(this.clock.instant())) {
			return LockAnswer.NEEDS_FRESH_PROOF;
		}
		return changed(proof, line, "line.locked", () -> this.locks.lock(line, proof.who(), this.clock.instant()));
	}

	/**
	 * Opens a locked line. Only a passkey does, one that counts already and that was
	 * shown a moment ago: whoever finds a signed-in browser opens nothing.
	 * @param proof who is signed in, and how
	 * @param line one of the customer's lines
	 * @return what became of it
	 */
	public LockAnswer unlock(Proof proof, Msisdn line) {
		boolean shown = proof.find(Factor.PASSKEY)
			.filter(passkey -> Proof.isFresh(passkey.at(), this.clock.instant()))
			.isPresent();
		if (!shown || proof.strength(this.clock.instant()) != Strength.PASSKEY) {
			return LockAnswer.NEEDS_PASSKEY;
		}
		return changed(proof, line, "line.unlocked", () -> this.locks.open(line, proof.who()));
	}

	private LockAnswer changed(Proof proof, Msisdn line, String deed, BooleanSupplier change) {
		if (this.subscribers.line(proof.who(), line).isEmpty()) {
			return LockAnswer.NOT_YOURS;
		}
		this.change.together(() -> change.getAsBoolean() ? List
			.of(new CaseEvent(deed, proof.who().subscriber(), Actor.customer(proof.who()), this.clock.instant()))
				: List.of());
		return LockAnswer.DONE;
	}

	private LineAnswer told(Step step, String deed, SubscriberId owner) {
		return switch (step) {
			case Step.Done done -> {
				this.change
					.publish(new CaseEvent(deed, owner.subscriber(), Actor.customer(owner), this.clock.instant()));
				yield LineAnswer.DONE;
			}
			case Step.Later later -> LineAnswer.NOT_REACHED;
			case Step.NeedsPerson person -> LineAnswer.NOT_REACHED;
		};
	}

}
