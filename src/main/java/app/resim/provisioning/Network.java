package app.resim.provisioning;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.ProfileOrder.OldSim;
import app.resim.provisioning.ProfileOrder.State;
import app.resim.provisioning.port.LineRegister;
import app.resim.provisioning.port.LineRegister.Change;
import app.resim.provisioning.port.LineRegister.RegisteredLine;
import app.resim.provisioning.port.LineRegister.RegisterUnreachable;

import org.springframework.stereotype.Component;

/**
 * The steps that speak with the network. Its changes are idempotent, so whatever did not
 * answer is simply repeated.
 */
@Component
class Network {

	private final OrderBook book;

	private final LineRegister register;

	private final Clock clock;

	Network(OrderBook book, LineRegister register, Clock clock) {
		this.book = book;
		this.register = register;
		this.clock = clock;
	}

	Optional<RegisteredLine> line(Msisdn line) {
		try {
			return registered(line);
		}
		catch (RegisterUnreachable ex) {
			return Optional.empty();
		}
	}

	Step stop(Msisdn line) {
		return step(this.register.stop(line));
	}

	Step start(Msisdn line) {
		return step(this.register.start(line));
	}

	/**
	 * The line, where the network answers.
	 * @throws RegisterUnreachable if it does not
	 */
	Optional<RegisteredLine> registered(Msisdn line) {
		return this.register.state(line);
	}

	Step link(Msisdn line, Iccid iccid) {
		return step(this.register.attach(line, iccid));
	}

	Step unlink(Msisdn line, Iccid iccid) {
		return step(this.register.endSim(line, iccid));
	}

	/**
	 * Remembers the SIM that serves the line before it links the new one, because
	 * afterwards a network may name only the new one.
	 */
	Step attach(ProfileOrder order) {
		Optional<Step> answered = attachAnswered(order);
		if (answered.isPresent()) {
			return answered.get();
		}
		Optional<RegisteredLine> before;
		try {
			before = registered(order.line);
		}
		catch (RegisterUnreachable ex) {
			return Faults.NETWORK_AWAY;
		}
		if (before.isEmpty()) {
			return Faults.NO_SUCH_LINE;
		}
		return attach(order.id, before.get());
	}

	private Step attach(OrderId id, RegisteredLine before) {
		var claim = this.book.change(id, order -> claim(order, before));
		return switch (claim) {
			case Claim.Ended(Step step) -> step;
			case Claim.Go(ProfileOrder order, ProfileOrder.Call call) -> {
				Step step = link(order.line, Objects.requireNonNull(order.iccid));
				yield this.book.change(id, now -> settle(now, call, step));
			}
		};
	}

	private Claim claim(ProfileOrder order, RegisteredLine before) {
		Optional<Step> answered = attachAnswered(order);
		if (answered.isPresent()) {
			return new Claim.Ended(answered.get());
		}
		if (order.busy(this.clock.instant())) {
			return new Claim.Ended(Faults.BUSY);
		}
		if (order.oldIccid == null) {
			order.oldIccid = before.sim().filter(sim -> !sim.equals(order.iccid)).orElse(null);
		}
		return new Claim.Go(order,
				order.claim(this.clock.instant().plus(this.register.longestCall()).plus(ServerCalls.MARGIN),
						OutsideCall.Question.ATTACH));
	}

	private static Step settle(ProfileOrder order, ProfileOrder.Call call, Step step) {
		order.ended(call, word(step));
		if (!order.awaits(call)) {
			return attachAnswered(order).orElse(Faults.BUSY);
		}
		order.settle(false);
		if (step instanceof Step.Done) {
			order.attached();
		}
		return step;
	}

	private static Optional<Step> attachAnswered(ProfileOrder order) {
		return switch (order.state) {
			case ORDERING -> Optional.of(Faults.NOT_ORDERED);
			case ORDERED -> Optional.empty();
			case ATTACHED, PROVING, RELEASED, DOWNLOADED, FAILED, INSTALLED -> Optional.of(Faults.DONE);
			case HELD -> Optional.of(Faults.held(order));
			case CANCELLING, CANCELLED -> Optional.of(Faults.CANCELLED);
		};
	}

	/**
	 * Stores that the old SIM is being ended before it is, so that from then on the new
	 * one cannot be cancelled any more: one of the two stays.
	 */
	Step endOldSim(OrderId id) {
		Step begun = this.book.change(id, order -> {
			if (order.state != State.INSTALLED) {
				return Faults.NOT_INSTALLED;
			}
			if (order.oldSim == OldSim.KEPT) {
				order.oldSim = (order.oldIccid != null) ? OldSim.ENDING : OldSim.ENDED;
			}
			return Faults.DONE;
		});
		ProfileOrder order = this.book.find(id).orElseThrow();
		if (!(begun instanceof Step.Done) || order.oldSim == OldSim.ENDED) {
			return begun;
		}
		Step ended = unlink(order.line, Objects.requireNonNull(order.oldIccid));
		if (ended instanceof Step.Done) {
			this.book.change(id, now -> now.oldSim = OldSim.ENDED);
		}
		return ended;
	}

	private static String word(Step step) {
		return switch (step) {
			case Step.Done done -> "done";
			case Step.Later(String fault) -> fault;
			case Step.NeedsPerson(String fault) -> fault;
		};
	}

	private static Step step(Change change) {
		return switch (change) {
			case Change.Done() -> Faults.DONE;
			case Change.Refused(String fault) -> new Step.NeedsPerson("network." + fault);
			case Change.Later(String fault) -> new Step.Later("network." + fault);
		};
	}

	private sealed interface Claim {

		record Ended(Step step) implements Claim {
		}

		record Go(ProfileOrder order, ProfileOrder.Call call) implements Claim {
		}

	}

}
