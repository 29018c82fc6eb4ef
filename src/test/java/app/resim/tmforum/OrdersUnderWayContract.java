package app.resim.tmforum;

import java.time.Duration;
import java.util.function.Supplier;

import javax.sql.DataSource;

import app.resim.MovingClock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

abstract class OrdersUnderWayContract {

	private static final JsonNode SENT = SimulatedBackEnd.JSON.readTree("{\"id\":\"1\"}");

	private final MovingClock clock = new MovingClock();

	abstract DataSource database();

	private OrdersUnderWay node() {
		return new OrdersUnderWay(JdbcClient.create(database()), this.clock, Duration.ofMinutes(1));
	}

	@Test
	void whatIsUnderWayIsSentByNobodyElse() {
		assertThat(node().send("a", () -> SENT)).isEqualTo(SENT);
		assertThatExceptionOfType(BackEndFault.class).isThrownBy(() -> node().send("a", () -> SENT))
			.satisfies(fault -> assertThat(fault.word()).isEqualTo("asked-before"));
		assertThat(node().send("b", () -> SENT)).isEqualTo(SENT);
	}

	@Test
	void whatEndedMayBeSentAgain() {
		node().send("c", () -> SENT);
		node().settled("c");
		assertThat(node().send("c", () -> SENT)).isEqualTo(SENT);
	}

	@Test
	void whatIsNotFoundForLongMayBeSentAgainOnce() {
		node().send("d", () -> SENT);
		this.clock.move(Duration.ofMinutes(2));
		assertThat(node().send("d", () -> SENT)).isEqualTo(SENT);
		assertThatExceptionOfType(BackEndFault.class).isThrownBy(() -> node().send("d", () -> SENT));
	}

	@Test
	void onlyWhatSurelyNeverArrivedIsForgottenAtOnce() {
		assertThatExceptionOfType(BackEndFault.class).isThrownBy(() -> node().send("e", failing(true)));
		assertThatExceptionOfType(BackEndFault.class).isThrownBy(() -> node().send("e", failing(false)))
			.satisfies(fault -> assertThat(fault.word()).isEqualTo("reset"));
		assertThatExceptionOfType(BackEndFault.class).isThrownBy(() -> node().send("e", failing(true)))
			.satisfies(fault -> assertThat(fault.word()).isEqualTo("asked-before"));
	}

	private static Supplier<JsonNode> failing(boolean nothingDone) {
		return () -> {
			throw new BackEndFault("reset", nothingDone);
		};
	}

}
