package app.resim.provisioning;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import app.resim.provisioning.ProfileOrder.Call;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProfileServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Makes one call for an order so that it can be stopped at any instruction: claim it in a
 * transaction, call outside of any, store the outcome in another transaction. While a
 * call is awaited nobody else calls for the same order.
 */
@Component
class ServerCalls {

	/** What the clocks of two instances and a slow database may take on top. */
	static final Duration MARGIN = Duration.ofSeconds(2);

	private static final Logger LOG = LoggerFactory.getLogger(ServerCalls.class);

	private final OrderBook book;

	private final ProfileServer server;

	private final Clock clock;

	ServerCalls(OrderBook book, ProfileServer server, Clock clock) {
		this.book = book;
		this.server = server;
		this.clock = clock;
	}

	/**
	 * One call and what surrounds it.
	 *
	 * @param <T> what the server answers
	 */
	interface Plan<T> {

		/** What the order's state alone says: empty if the call has to be made. */
		Optional<Step> answered(ProfileOrder order);

		/** Readies the order for the call; anything but empty forbids it. */
		Optional<Step> prepare(ProfileOrder order);

		OutsideCall.Question question();

		Outcome<T> make(ProfileServer server, String call, ProfileOrder order);

		/** Draws the consequences of an outcome. */
		Step done(ProfileOrder order, T answer);

		Step refused(ProfileOrder order, Outcome.Refused<T> refusal, boolean wasUnsure);

		Step unknown(ProfileOrder order, Outcome.Unknown<T> unknown);

	}

	<T> Step run(OrderId id, Plan<T> plan) {
		return switch (this.book.change(id, order -> claim(order, plan))) {
			case Claim.Ended(Step step) -> step;
			case Claim.Go(ProfileOrder order, Call call) -> {
				Outcome<T> outcome = plan.make(this.server, call.id(), order);
				LOG.info("ES2+ call {}: {}", call.id(), word(outcome));
				yield this.book.change(id, now -> settle(now, plan, call, outcome));
			}
		};
	}

	private <T> Claim claim(ProfileOrder order, Plan<T> plan) {
		Optional<Step> answered = plan.answered(order);
		if (answered.isPresent()) {
			return new Claim.Ended(answered.get());
		}
		if (order.busy(this.clock.instant())) {
			return new Claim.Ended(Faults.BUSY);
		}
		Optional<Step> forbidden = plan.prepare(order);
		return forbidden.<Claim>map(Claim.Ended::new)
			.orElseGet(() -> new Claim.Go(order,
					order.claim(this.clock.instant().plus(this.server.longestCall()).plus(MARGIN), plan.question())));
	}

	private <T> Step settle(ProfileOrder order, Plan<T> plan, Call call, Outcome<T> outcome) {
		order.ended(call, word(outcome));
		if (!order.awaits(call)) {
			// somebody took over after the time in which this call should have ended
			return plan.answered(order).orElse(Faults.BUSY);
		}
		order.settle(!(outcome instanceof Outcome.Done) && (call.wasUnsure() || outcome instanceof Outcome.Unknown));
		return plan.answered(order).orElseGet(() -> switch (outcome) {
			case Outcome.Done<T>(T answer) -> plan.done(order, answer);
			case Outcome.Refused<T> refusal -> {
				order.note(Faults.word(refusal.code()), refusal.text());
				yield plan.refused(order, refusal, call.wasUnsure());
			}
			case Outcome.Expired<T>() -> new Step.Later("es2plus.expired");
			case Outcome.Unreachable<T>() -> new Step.Later("es2plus.unreachable");
			case Outcome.Unknown<T> unknown -> plan.unknown(order, unknown);
		});
	}

	private static String word(Outcome<?> outcome) {
		return switch (outcome) {
			case Outcome.Done<?> done -> "done";
			case Outcome.Refused<?> refused -> "refused " + refused.code();
			case Outcome.Expired<?> expired -> "expired";
			case Outcome.Unreachable<?> unreachable -> "unreachable";
			case Outcome.Unknown<?> unknown -> "unknown " + unknown.cause();
		};
	}

	private sealed interface Claim {

		record Ended(Step step) implements Claim {
		}

		record Go(ProfileOrder order, Call call) implements Claim {
		}

	}

}
