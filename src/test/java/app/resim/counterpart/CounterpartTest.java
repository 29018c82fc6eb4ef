package app.resim.counterpart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import app.resim.MovingClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * An outer system that fails, hangs and comes back.
 */
class CounterpartTest {

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private final MovingClock clock = new MovingClock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Counterpart server = new Counterparts(this.clock, this.meters, ObservationRegistry.NOOP, 5, PAUSE, 2)
		.of("sm-dp+");

	private final List<String> made = new ArrayList<>();

	@Test
	void whatAnswersIsAskedEachTime() {
		asked(20, "yes");
		assertThat(this.made).hasSize(20);
		assertThat(this.server.answers()).isTrue();
	}

	@Test
	void afterFiveFailuresItIsLeftInPeaceForAWhile() {
		asked(5, "sick");
		assertThat(this.server.answers()).isFalse();
		assertThat(ask("yes")).isEqualTo("spared");
		this.clock.move(PAUSE);
		assertThat(ask("yes")).isEqualTo("spared");
		assertThat(this.made).hasSize(5);
	}

	@Test
	void twoGoodAnswersAfterThePauseAreEnough() {
		asked(5, "sick");
		this.clock.move(PAUSE.plusMillis(1));
		assertThat(ask("yes")).isEqualTo("yes");
		assertThat(this.server.answers()).as("not proven yet").isFalse();
		assertThat(ask("yes")).isEqualTo("yes");
		assertThat(this.server.answers()).isTrue();
	}

	@Test
	void whatIsStillSickAfterThePauseGetsAnotherOne() {
		asked(5, "sick");
		this.clock.move(PAUSE.plusMillis(1));
		asked(2, "sick");
		assertThat(ask("yes")).isEqualTo("spared");
		assertThat(this.made).hasSize(7);
	}

	@Test
	void aFailureNowAndThenIsNoReason() {
		for (int i = 0; i < 20; i++) {
			asked(2, "yes");
			asked(1, "sick");
		}
		assertThat(this.server.answers()).isTrue();
		assertThat(this.made).hasSize(60);
	}

	@Test
	void anExceptionIsAFailureAndReachesTheCaller() {
		for (int i = 0; i < 5; i++) {
			assertThatIllegalStateException().isThrownBy(() -> this.server.ask(() -> {
				throw new IllegalStateException("away");
			}, answer -> false, () -> "spared"));
		}
		assertThat(ask("yes")).isEqualTo("spared");
	}

	@Test
	void whatIsOnlyHeededIsCalledEachTimeAndShownAsItIs() {
		heed(5, "sick");
		assertThat(this.server.answers()).isFalse();
		heed(3, "yes");
		assertThat(this.made).hasSize(8);
		assertThat(this.server.answers()).as("the pause is not over").isFalse();

		this.clock.move(PAUSE.plusMillis(1));
		heed(1, "sick");
		heed(1, "yes");
		assertThat(this.server.answers()).isFalse();

		this.clock.move(PAUSE.plusMillis(1));
		heed(2, "yes");
		assertThat(this.server.answers()).isTrue();
		assertThat(this.made).hasSize(12);
	}

	@Test
	void whatIsHeededMayBeCalledByAnyNumberAtOnce() {
		assertThat(this.server.<String>heed(
				() -> this.server.heed(() -> this.server.heed(() -> "third", answer -> false), answer -> false),
				answer -> false))
			.isEqualTo("third");
	}

	@Test
	void onlySoManyWaitForItAtOnce() throws Exception {
		var inside = new CountDownLatch(2);
		var over = new CountDownLatch(1);
		Runnable waits = () -> this.server.ask(() -> {
			inside.countDown();
			try {
				over.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return "late";
		}, answer -> false, () -> "spared");
		var first = Thread.ofPlatform().start(waits);
		var second = Thread.ofPlatform().start(waits);
		inside.await();
		assertThat(ask("yes")).isEqualTo("spared");

		over.countDown();
		first.join();
		second.join();
		assertThat(ask("yes")).isEqualTo("yes");
	}

	@Test
	void aGaugeTellsWhoAnswers() {
		var gauge = this.meters.get("resim.counterpart.answers").tag("counterpart", "sm-dp+").gauge();
		assertThat(gauge.value()).isOne();
		asked(5, "sick");
		assertThat(gauge.value()).isZero();
	}

	private void asked(int times, String answer) {
		for (int i = 0; i < times; i++) {
			ask(answer);
		}
	}

	private void heed(int times, String answer) {
		for (int i = 0; i < times; i++) {
			assertThat(this.server.heed(() -> {
				this.made.add(answer);
				return answer;
			}, "sick"::equals)).isEqualTo(answer);
		}
	}

	private String ask(String answer) {
		return this.server.ask(() -> {
			this.made.add(answer);
			return answer;
		}, "sick"::equals, () -> "spared");
	}

}
