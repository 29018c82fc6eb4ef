package app.resim.notification;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.notification.NoticeLog.Slot;
import app.resim.notification.port.Outcome;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;

/**
 * What is seen of a notice that leaves.
 */
class DeliverySpansTest {

	private final TestObservationRegistry traces = TestObservationRegistry.create();

	private final Delivery delivery = new Delivery(
			new NoticeLog(JdbcClient.create(FreshDatabase.h2()), new MovingClock()), this.traces);

	@Test
	void itIsShownByItsChannelAndByNothingOfItsReader() {
		this.delivery.deliver(new Slot("demo-1001", "FACTOR-ADDED", "SMS_LINE-2"), () -> Outcome.TAKEN);

		assertThat(this.traces).hasNumberOfObservationsEqualTo(1)
			.hasObservationWithNameEqualTo("resim.notices")
			.that()
			.hasOnlyKeys("channel")
			.hasLowCardinalityKeyValue("channel", "SMS_LINE")
			.hasBeenStopped();
	}

	@Test
	void oneThatWasGivenBeforeIsNotShownAgain() {
		var slot = new Slot("RS-7K4M-29QD", "READY", "EMAIL");
		this.delivery.deliver(slot, () -> Outcome.TAKEN);
		this.delivery.deliver(slot, () -> Outcome.TAKEN);

		assertThat(this.traces).hasNumberOfObservationsEqualTo(1);
	}

}
