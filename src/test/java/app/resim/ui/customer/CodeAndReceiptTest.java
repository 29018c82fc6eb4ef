package app.resim.ui.customer;

import java.time.Duration;

import app.resim.account.Proof;
import app.resim.catalogue.Reason;
import app.resim.provisioning.simulated.SimulatedSmDp;
import app.resim.request.Legs;
import app.resim.request.Phase;
import app.resim.request.RequestReference;
import app.resim.request.SubmitAnswer;
import app.resim.ui.SignInPaths;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a customer may see of a request that is ready, and of one that is done.
 */
class CodeAndReceiptTest extends CustomerPages {

	@Autowired
	BeanFactory beans;

	@Autowired
	SimulatedSmDp smdp;

	private RequestReference ready() {
		RequestReference reference = answered(Reason.DAMAGED);
		assertThat(this.requests.submit(reference, proof())).isEqualTo(new SubmitAnswer.Sent());
		Legs.run(this.beans, reference);
		assertThat(stored(reference).phase()).isEqualTo(Phase.READY);
		return reference;
	}

	@Test
	void theCodeWantsAFactorOfTheLastFiveMinutesAlsoInsideTheApplication() {
		RequestReference reference = ready();
		assertThat(open("/requests/" + reference + "/esim").sees("qr")).isTrue();
		this.clock.move(Proof.FRESH.plusMillis(1));

		open(Way.LINES);
		assertThat(open("/requests/" + reference + "/esim").sees("qr")).isFalse();
		assertThat(here().leads("go")).isEqualTo(SignInPaths.again("/requests/" + reference + "/esim"));

		signIn(SAM);
		assertThat(open("/requests/" + reference + "/esim").sees("qr")).isTrue();
	}

	@Test
	void onceInstalledThereIsAReceiptAndNotBefore() {
		RequestReference reference = ready();
		assertThat(open("/requests/" + reference).sees("receipt")).isFalse();

		Legs.install(this.smdp);
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> stored(reference).phase() == Phase.DONE);

		assertThat(open("/requests/" + reference).reads()).contains("Receipt", "Save the receipt", "You showed",
				"Nobody had to check.");
		assertThat(here().sees("receipt")).isTrue();
	}

}
