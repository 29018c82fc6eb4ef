package app.resim.notification.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import app.resim.kernel.Msisdn;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGatewayContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is also true of gateways whose other side is elsewhere.
 */
@Timeout(30)
@ExtendWith(OutputCaptureExtension.class)
abstract class GatewayOverANetworkContract extends ShortMessageGatewayContract {

	/** A number that the other side does not know. */
	static final Msisdn NOBODY = new Msisdn("+85255500999");

	abstract void otherSideGoesDown();

	/** Later, when it may be tried again. */
	abstract void otherSideComesBack();

	@Test
	void aNumberThatIsNoneIsRefused(CapturedOutput log) {
		assertThat(gateway().send(new ShortMessage(NOBODY, "Not you? 402718"))).isEqualTo(Outcome.REFUSED);

		assertThat(arrived(NOBODY)).isEmpty();
		assertThat(log.getAll()).doesNotContain("55500999", "402718");
	}

	@Test
	void whileTheOtherSideIsDownNobodyTakesAMessageAndNothingPersonalIsSaid(CapturedOutput log) {
		gateway().send(new ShortMessage(SAM, "Before"));
		otherSideGoesDown();

		assertThatItIsTriedLater("Not you? 402718");

		assertThat(arrived(SAM)).containsExactly("Before");
		assertThat(log.getAll()).doesNotContain("55500142", "402718");
	}

	@Test
	void itComesBackByItself() {
		gateway().send(new ShortMessage(SAM, "One"));
		otherSideGoesDown();
		assertThatItIsTriedLater("Two");
		otherSideComesBack();

		assertThat(gateway().send(new ShortMessage(SAM, "Two"))).isEqualTo(Outcome.TAKEN);
		assertThat(arrived(SAM)).containsExactly("One", "Two");
	}

	@Test
	void manyThreadsSendAtOnce() throws Exception {
		var together = new CyclicBarrier(20);
		var deeds = new ArrayList<Callable<Outcome>>();
		for (int each = 0; each < 20; each++) {
			var message = new ShortMessage(SAM, ("不是你本人？" + each + " ").repeat(20));
			deeds.add(() -> {
				together.await();
				return gateway().send(message);
			});
		}
		gateway();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var done : threads.invokeAll(deeds)) {
				assertThat(done.get()).isEqualTo(Outcome.TAKEN);
			}
		}
		List<String> all = IntStream.range(0, 20).mapToObj(each -> ("不是你本人？" + each + " ").repeat(20)).toList();
		assertThat(arrived(SAM)).containsExactlyInAnyOrderElementsOf(all);
	}

	void assertThatItIsTriedLater(String words) {
		assertThatExceptionOfType(GatewayUnreachable.class)
			.isThrownBy(() -> gateway().send(new ShortMessage(SAM, words)))
			.withNoCause()
			.satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("55500142", words));
	}

}
