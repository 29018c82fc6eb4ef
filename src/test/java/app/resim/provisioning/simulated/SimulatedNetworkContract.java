package app.resim.provisioning.simulated;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.port.LineRegister;
import app.resim.provisioning.port.LineRegisterContract;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

abstract class SimulatedNetworkContract extends LineRegisterContract {

	private static final AtomicLong NEXT = new AtomicLong(85255500200L);

	private final MovingClock clock = new MovingClock();

	private final SimulatedNetwork network = new SimulatedNetwork(JdbcClient.create(database()), new Random(5),
			this.clock);

	abstract DataSource database();

	@Override
	protected LineRegister register() {
		return this.network;
	}

	@Override
	protected Msisdn line() {
		return new Msisdn("+" + NEXT.getAndIncrement());
	}

	@Test
	void itTellsSinceWhenALineIsStopped() {
		Msisdn other = line();
		assertThat(this.network.state(other).orElseThrow().since()).isEmpty();
		this.network.stop(other);
		assertThat(this.network.state(other).orElseThrow().since()).contains(this.clock.instant());
	}

	@Test
	void aSecondStopKeepsTheTimeOfTheFirst() {
		Msisdn other = line();
		this.network.stop(other);
		var first = this.clock.instant();
		this.clock.move(Duration.ofHours(1));
		this.network.stop(other);
		assertThat(this.network.state(other).orElseThrow().since()).contains(first);
	}

	@Test
	void whatItKnowsSurvivesARestart() {
		Msisdn other = line();
		var sim = this.network.state(other).orElseThrow().sim();
		var restarted = new SimulatedNetwork(JdbcClient.create(database()), new Random(6), this.clock);
		assertThat(restarted.state(other).orElseThrow().sim()).isEqualTo(sim);
	}

}
