package app.resim.account;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.MovingClock;
import app.resim.account.port.SubscriberDirectory;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.counterpart.Counterparts;
import app.resim.kernel.Money;
import app.resim.kernel.SubscriberId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A customer directory that does not answer is left in peace.
 */
class ShieldedDirectoryTest {

	private static final SubscriberId SAM = new SubscriberId("demo-1001");

	private final MovingClock clock = new MovingClock();

	private final List<String> asked = new ArrayList<>();

	private boolean away;

	private final Counterparts counterparts = new Counterparts(this.clock, new SimpleMeterRegistry(),
			ObservationRegistry.NOOP, 5, Duration.ofSeconds(10), 8);

	private final SubscriberDirectory shielded = new ShieldedDirectory(behind(),
			() -> this.counterparts.of(ShieldedDirectory.NAME));

	@Test
	void whatIsAskedReachesIt() {
		assertThat(this.shielded.find(SAM)).isEmpty();
		assertThat(this.shielded.lines(SAM)).isEmpty();
		this.shielded.charge(SAM, new Money(100, "HKD"), "RS-1");
		assertThat(this.asked).containsExactly("find", "lines", "charge");
	}

	@Test
	void afterFiveFailuresItIsNotAskedForAWhile() {
		this.away = true;
		for (int i = 0; i < 7; i++) {
			assertThatExceptionOfType(DirectoryUnreachable.class).isThrownBy(() -> this.shielded.find(SAM));
		}
		assertThat(this.asked).hasSize(5);

		this.away = false;
		this.clock.move(Duration.ofSeconds(11));
		assertThat(this.shielded.find(SAM)).isEmpty();
	}

	private SubscriberDirectory behind() {
		return (SubscriberDirectory) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { SubscriberDirectory.class }, (proxy, method, arguments) -> {
					this.asked.add(method.getName());
					if (this.away) {
						throw new DirectoryUnreachable(new IllegalStateException());
					}
					return (method.getReturnType() == List.class) ? List.of()
							: (method.getReturnType() == Optional.class) ? Optional.empty() : null;
				});
	}

}
