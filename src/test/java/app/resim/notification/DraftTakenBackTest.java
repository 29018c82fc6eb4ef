package app.resim.notification;

import app.resim.WholeResim;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.notification.simulated.CaughtMessage;
import app.resim.notification.simulated.CaughtMessages;
import app.resim.request.RequestReference;
import app.resim.request.Requests;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A request that ends before it has a reason, in the whole of Resim: its owner is told
 * all the same.
 */
@WholeResim
class DraftTakenBackTest {

	private static final SubscriberId RAVI = new SubscriberId("demo-1006");

	private static final Msisdn LINE = new Msisdn("+85255500114");

	@Autowired
	private Requests requests;

	@Autowired
	private CaughtMessages caught;

	@Test
	void isToldInTheWordsAndByTheHotlineOfTheBrand() {
		RequestReference reference = this.requests.start(RAVI, LINE).orElseThrow().reference();

		assertThat(this.requests.withdraw(reference, RAVI)).isTrue();

		CaughtMessage message = Awaitility.await()
			.until(() -> this.caught.newest(50)
				.stream()
				.filter(each -> each.subject().contains(reference.reference()))
				.findFirst(), found -> found.isPresent())
			.orElseThrow();
		assertThat(message.to()).isEqualTo("ravi.demo@example.com");
		assertThat(message.subject()).isEqualTo("Your request " + reference + " was taken back");
		assertThat(message.text()).contains("number ending in 14", "/help/not-me", "Questions? Call +852",
				"Tidewire Mobile");
	}

}
