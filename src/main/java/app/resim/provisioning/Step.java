package app.resim.provisioning;

/**
 * How a step with an outer system ended.
 */
public sealed interface Step {

	/** It is done, now or at an earlier try. */
	record Done() implements Step {
	}

	/**
	 * It is not done; trying again later may help, and is safe.
	 *
	 * @param fault what kept it, a word without personal data such as
	 * {@code es2plus.unreachable}
	 */
	record Later(String fault) implements Step {
	}

	/**
	 * It is not done and will not be by itself: a person has to look.
	 *
	 * @param fault subject and reason code, or a word of ours, such as
	 * {@code es2plus.8.2.5-3.7}
	 */
	record NeedsPerson(String fault) implements Step {
	}

}
