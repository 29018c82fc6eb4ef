package app.resim.counterpart;

import java.time.Duration;

import app.resim.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;

/**
 * Outer systems of which a test asks how they are: five failures, and none of them
 * answers.
 */
public final class SomeCounterparts {

	private SomeCounterparts() {
	}

	/**
	 * Nobody is known yet.
	 * @return the outer systems
	 */
	public static Counterparts fresh() {
		return new Counterparts(new MovingClock(), new SimpleMeterRegistry(), ObservationRegistry.NOOP, 5,
				Duration.ofSeconds(10), 8);
	}

	/**
	 * One that answers until it fails.
	 * @return the outer system
	 */
	public static Counterpart one() {
		return fresh().of("somebody");
	}

}
