package app.resim.provisioning.port;

import java.time.Duration;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.port.LineRegister.Change;
import app.resim.provisioning.port.LineRegister.RegisteredLine;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every adapter to a network keeps.
 */
public abstract class LineRegisterContract {

	private static final Change DONE = new Change.Done();

	private static final Iccid NEW = new Iccid("8985200000000000010");

	private static final Iccid THIRD = new Iccid("8947010000123456784");

	/** The adapter. */
	protected abstract LineRegister register();

	/** A line that works on one SIM, not used before. */
	protected abstract Msisdn line();

	private final Msisdn line = line();

	@Test
	void aLineWorksOnItsSim() {
		RegisteredLine state = state();
		assertThat(state.stopped()).isFalse();
		assertThat(state.sim()).isPresent();
	}

	@Test
	void stoppingAndStartingMayBeRepeated() {
		assertThat(register().start(this.line)).isEqualTo(DONE);
		assertThat(register().stop(this.line)).isEqualTo(DONE);
		assertThat(register().stop(this.line)).isEqualTo(DONE);
		assertThat(state().stopped()).isTrue();
		assertThat(register().start(this.line)).isEqualTo(DONE);
		assertThat(register().start(this.line)).isEqualTo(DONE);
		assertThat(state().stopped()).isFalse();
	}

	@Test
	void aNewSimIsLinkedWhileTheOldOneServes() {
		Optional<Iccid> old = state().sim();
		assertThat(register().attach(this.line, NEW)).isEqualTo(DONE);
		assertThat(register().attach(this.line, NEW)).isEqualTo(DONE);
		assertThat(state().sim()).isEqualTo(old);
	}

	@Test
	void theNewSimServesAloneOnceTheOldOneIsEnded() {
		Iccid old = state().sim().orElseThrow();
		register().attach(this.line, NEW);
		assertThat(register().endSim(this.line, old)).isEqualTo(DONE);
		assertThat(state().sim()).contains(NEW);
		assertThat(register().endSim(this.line, old)).isEqualTo(DONE);
		assertThat(register().attach(this.line, NEW)).isEqualTo(DONE);
		assertThat(state().sim()).contains(NEW);
	}

	@Test
	void aNewSimThatIsNotUsedAfterAllLeavesTheOldOne() {
		Optional<Iccid> old = state().sim();
		register().attach(this.line, NEW);
		assertThat(register().endSim(this.line, NEW)).isEqualTo(DONE);
		assertThat(register().endSim(this.line, NEW)).isEqualTo(DONE);
		assertThat(state().sim()).isEqualTo(old);
		register().endSim(this.line, old.orElseThrow());
		assertThat(state().sim()).isEmpty();
	}

	@Test
	void aSimThatWasNeverLinkedIsEndedWithoutEffect() {
		Optional<Iccid> old = state().sim();
		assertThat(register().endSim(this.line, THIRD)).isEqualTo(DONE);
		assertThat(state().sim()).isEqualTo(old);
	}

	@Test
	void stoppingAndTheSimsAreIndependent() {
		Iccid old = state().sim().orElseThrow();
		register().stop(this.line);
		register().attach(this.line, NEW);
		register().endSim(this.line, old);
		assertThat(state().stopped()).isTrue();
		register().start(this.line);
		assertThat(state().sim()).as("a started line does not bring the ended SIM back").contains(NEW);
	}

	@Test
	void theLongestCallIsKnown() {
		assertThat(register().longestCall()).isBetween(Duration.ofMillis(1), Duration.ofMinutes(2));
	}

	protected final RegisteredLine state() {
		return register().state(this.line).orElseThrow();
	}

}
