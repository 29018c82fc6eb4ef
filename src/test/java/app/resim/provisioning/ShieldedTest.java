package app.resim.provisioning;

import java.time.Duration;
import java.util.Optional;

import app.resim.MovingClock;
import app.resim.counterpart.Counterparts;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.FakeProfileServer.Fate;
import app.resim.provisioning.port.LineRegister.Change;
import app.resim.provisioning.port.LineRegister.RegisterUnreachable;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProfileServer.Order;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An SM-DP+ and a network that do not answer are left in peace.
 */
class ShieldedTest {

	private static final Msisdn LINE = new Msisdn("+85255500142");

	private static final Order ORDER = new Order(Optional.empty(), "consumer", Optional.empty());

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final MovingClock clock = new MovingClock();

	private final Counterparts counterparts = new Counterparts(this.clock, new SimpleMeterRegistry(),
			ObservationRegistry.NOOP, 5, PAUSE, 8);

	private final FakeProfileServer server = new FakeProfileServer();

	private final FakeRegister register = new FakeRegister();

	private final Shielded.Server shieldedServer = new Shielded.Server(this.server,
			() -> this.counterparts.of(Shielded.SERVER));

	private final Shielded.Register shieldedRegister = new Shielded.Register(this.register,
			() -> this.counterparts.of(Shielded.NETWORK));

	@ParameterizedTest
	@EnumSource(names = { "NORMAL", "BOOM_BEFORE", "BOOM_AFTER" }, mode = Mode.EXCLUDE)
	void aServerThatDoesNotAnswerIsNotAskedForAWhile(Fate fate) {
		for (int i = 0; i < 5; i++) {
			this.server.next(fate);
			order(i);
		}
		int asked = this.server.calls.size();

		assertThat(order(5)).isEqualTo(new Outcome.Unreachable<>());
		assertThat(this.server.calls).hasSize(asked);
		this.clock.move(PAUSE.plusMillis(1));
		assertThat(order(6)).isInstanceOf(Outcome.Done.class);
	}

	@Test
	void aRefusalIsAnAnswer() {
		for (int i = 0; i < 20; i++) {
			this.server.refuseNext("8.2.5-3.7");
			assertThat(order(i)).isInstanceOf(Outcome.Refused.class);
		}
	}

	@Test
	void aNetworkThatDoesNotAnswerIsNotAskedForAWhile() {
		this.register.add(LINE, new Iccid("8985200000000000010"));
		this.register.reachable = false;
		for (int i = 0; i < 5; i++) {
			assertThatExceptionOfType(RegisterUnreachable.class).isThrownBy(() -> this.shieldedRegister.state(LINE));
		}
		this.register.reachable = true;

		assertThatExceptionOfType(RegisterUnreachable.class).isThrownBy(() -> this.shieldedRegister.state(LINE));
		assertThat(this.shieldedRegister.stop(LINE)).isEqualTo(new Change.Later("unreachable"));
		assertThat(this.register.stopped).isEmpty();
		this.clock.move(PAUSE.plusMillis(1));
		assertThat(this.shieldedRegister.stop(LINE)).isEqualTo(new Change.Done());
		assertThat(this.shieldedRegister.state(LINE)).isPresent();
	}

	@Test
	void oneThatIsAwayDoesNotTakeTheOtherWithIt() {
		this.register.reachable = false;
		for (int i = 0; i < 5; i++) {
			assertThatExceptionOfType(RegisterUnreachable.class).isThrownBy(() -> this.shieldedRegister.state(LINE));
		}
		assertThat(order(0)).isInstanceOf(Outcome.Done.class);
	}

	private Outcome<Iccid> order(int number) {
		return this.shieldedServer.downloadOrder("call-" + number, ORDER);
	}

}
