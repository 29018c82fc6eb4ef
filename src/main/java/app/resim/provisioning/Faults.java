package app.resim.provisioning;

import java.util.Set;

/**
 * The words for what went wrong, and which refusals pass by themselves.
 */
final class Faults {

	/** Another caller is at it. */
	static final Step BUSY = new Step.Later("provisioning.busy");

	static final Step DONE = new Step.Done();

	static final Step NO_SUCH_ORDER = new Step.NeedsPerson("provisioning.no-such-order");

	static final Step NOT_ORDERED = new Step.NeedsPerson("provisioning.not-ordered");

	static final Step NOT_ATTACHED = new Step.NeedsPerson("provisioning.not-attached");

	static final Step NOT_INSTALLED = new Step.NeedsPerson("provisioning.not-installed");

	static final Step CANCELLED = new Step.NeedsPerson("provisioning.cancelled");

	static final Step POOL_EMPTY = new Step.NeedsPerson("provisioning.pool-empty");

	static final Step OLD_SIM_ENDED = new Step.NeedsPerson("provisioning.old-sim-ended");

	static final Step NO_SUCH_LINE = new Step.NeedsPerson("network.no-such-line");

	static final Step NETWORK_AWAY = new Step.Later("network.unreachable");

	static final String UNKNOWN = "es2plus.unknown";

	static final String HELD = "provisioning.held";

	/** Discovery service unreachable or failed; too many calls. */
	private static final Set<String> PASSING = Set.of("8.9-5.1", "8.9-4.2", "http-429");

	private Faults() {
	}

	static String word(String code) {
		return "es2plus." + code;
	}

	static Step refused(String code) {
		return PASSING.contains(code) ? new Step.Later(word(code)) : new Step.NeedsPerson(word(code));
	}

	static Step held(ProfileOrder order) {
		return new Step.NeedsPerson((order.fault != null) ? order.fault : HELD);
	}

}
