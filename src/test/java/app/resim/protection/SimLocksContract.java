package app.resim.protection;

import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import app.resim.kernel.Actor;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Locks of lines, on every database.
 */
abstract class SimLocksContract {

	private static final Instant NOW = Instant.parse("2026-08-04T05:31:00Z");

	private static final Msisdn LINE = new Msisdn("+85255500142");

	private static final Msisdn OTHER_LINE = new Msisdn("+85255500187");

	private static final SubscriberId SAM = new SubscriberId("c-1");

	private static final SubscriberId NEXT = new SubscriberId("c-2");

	private SimLocks locks;

	abstract DataSource database();

	@BeforeEach
	void noLock() {
		this.locks = new SimLocks(JdbcClient.create(database()));
	}

	@Test
	void aLineIsLockedOnceAndOpenedOnce() {
		assertThat(this.locks.since(LINE, SAM)).isEmpty();
		assertThat(this.locks.lock(LINE, SAM, NOW)).isTrue();
		assertThat(this.locks.lock(LINE, SAM, NOW.plusSeconds(60))).isFalse();
		assertThat(this.locks.since(LINE, SAM)).contains(NOW);
		assertThat(this.locks.since(OTHER_LINE, SAM)).isEmpty();
		assertThat(this.locks.of(SAM)).isEqualTo(1);

		assertThat(this.locks.open(LINE, NEXT)).as("somebody else").isFalse();
		assertThat(this.locks.open(LINE, SAM)).isTrue();
		assertThat(this.locks.open(LINE, SAM)).isFalse();
		assertThat(this.locks.of(SAM)).isZero();
	}

	@Test
	void aLockDoesNotGoWithTheNumberToTheNextCustomer() {
		this.locks.lock(LINE, SAM, NOW);

		assertThat(this.locks.since(LINE, NEXT)).isEmpty();
		assertThat(this.locks.lock(LINE, NEXT, NOW)).isTrue();
		assertThat(this.locks.since(LINE, NEXT)).contains(NOW);
		assertThat(this.locks.since(LINE, SAM)).isEmpty();
	}

	@Test
	void theCustomerIsToldAndWhatCameAfterAnErasureStays() {
		this.locks.lock(LINE, SAM, NOW);
		this.locks.lock(OTHER_LINE, SAM, NOW.plus(Duration.ofHours(2)));
		assertThat(this.locks.export(SAM, Actor.RESIM).entries()).hasSize(2);

		this.locks.erase(SAM, Actor.RESIM, NOW.plus(Duration.ofHours(1)));

		assertThat(this.locks.since(LINE, SAM)).isEmpty();
		assertThat(this.locks.since(OTHER_LINE, SAM)).isPresent();
	}

}
