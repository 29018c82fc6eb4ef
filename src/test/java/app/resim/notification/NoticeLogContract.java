package app.resim.notification;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.notification.NoticeLog.Claim;
import app.resim.notification.NoticeLog.Slot;
import app.resim.notification.port.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may send a notice, on every database.
 */
abstract class NoticeLogContract {

	private static final Slot READY = new Slot(Sam.REFERENCE, Kind.READY, Channel.EMAIL);

	private final MovingClock clock = new MovingClock();

	private NoticeLog log;

	abstract DataSource database();

	@BeforeEach
	void open() {
		this.log = new NoticeLog(JdbcClient.create(database()), this.clock);
	}

	@Test
	void theFirstMaySend() {
		assertThat(this.log.claim(READY)).isEqualTo(Claim.MINE);
		assertThat(this.log.claim(READY)).isEqualTo(Claim.TAKEN);
	}

	@Test
	void everyNoticeAndChannelIsClaimedForItself() {
		this.log.claim(READY);

		assertThat(this.log.claim(new Slot(Sam.REFERENCE, Kind.SUBMITTED, Channel.EMAIL))).isEqualTo(Claim.MINE);
		assertThat(this.log.claim(new Slot(Sam.REFERENCE, Kind.READY, Channel.SMS_LINE))).isEqualTo(Claim.MINE);
	}

	@Test
	void whatIsSettledStaysSettled() {
		this.log.claim(READY);
		this.log.settle(READY, Outcome.TAKEN);
		this.clock.move(NoticeLog.CLAIM.multipliedBy(2));

		assertThat(this.log.claim(READY)).isEqualTo(Claim.DONE);
		this.log.release(READY);
		assertThat(this.log.claim(READY)).isEqualTo(Claim.DONE);
	}

	@Test
	void whatIsGivenBackIsFree() {
		this.log.claim(READY);
		this.log.release(READY);

		assertThat(this.log.claim(READY)).isEqualTo(Claim.MINE);
	}

	@Test
	void aClaimOfWhoeverDiedEndsBeforeTheEventIsHandedOutAgain() {
		this.log.claim(READY);
		this.clock.move(NoticeLog.CLAIM.minusMillis(1));
		assertThat(this.log.claim(READY)).isEqualTo(Claim.TAKEN);

		this.clock.move(Duration.ofMillis(1));
		assertThat(this.log.claim(READY)).isEqualTo(Claim.MINE);
		assertThat(this.log.claim(READY)).isEqualTo(Claim.TAKEN);
		assertThat(NoticeLog.CLAIM).isLessThan(Duration.ofSeconds(15));
	}

	@Test
	void aClaimLastsWhileItIsRenewed() {
		this.log.claim(READY);
		for (int i = 0; i < 10; i++) {
			this.clock.move(NoticeLog.CLAIM.dividedBy(2));
			this.log.renew(READY);
		}

		assertThat(this.log.claim(READY)).isEqualTo(Claim.TAKEN);
	}

	@Test
	void ofManyAtOnceOneMaySend() throws Exception {
		List<Callable<Claim>> all = IntStream.range(0, 20)
			.<Callable<Claim>>mapToObj(i -> () -> this.log.claim(READY))
			.toList();
		try (var threads = Executors.newFixedThreadPool(20)) {
			assertThat(threads.invokeAll(all)).map(Future::get).containsOnlyOnce(Claim.MINE);
		}
	}

}
