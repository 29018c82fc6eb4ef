package app.resim.ui.customer;

import java.time.Duration;

import app.resim.catalogue.Reason;
import app.resim.kernel.Iccid;
import app.resim.provisioning.simulated.SimulatedProfile;
import app.resim.provisioning.simulated.SimulatedSmDp;
import app.resim.request.Legs;
import app.resim.request.Phase;
import app.resim.request.RequestReference;
import app.resim.request.SubmitAnswer;
import app.resim.ui.Hand;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pages say of a code that ran out or failed, and how its owner gets another.
 */
class NewCodePageTest extends CustomerPages {

	@Autowired
	BeanFactory beans;

	@Autowired
	SimulatedSmDp smdp;

	private RequestReference reference;

	private String page;

	@BeforeEach
	void aCode() {
		this.reference = answered(Reason.DAMAGED);
		assertThat(this.requests.submit(this.reference, proof())).isEqualTo(new SubmitAnswer.Sent());
		Legs.run(this.beans, this.reference);
		this.page = "/requests/" + this.reference;
	}

	@Test
	void aCodeThatWorksIsNotReplaced() {
		assertThat(open(this.page).sees("new-code")).isFalse();
		assertThat(here().sees("install")).isTrue();
		assertThat(open(Way.LINES).reads("line-1")).contains("New eSIM ready");
	}

	@Test
	void oneThatRanOutIsToldOfAndReplacedOnThePage() {
		this.clock.move(Duration.ofHours(73));
		Legs.run(this.beans, this.reference);

		signIn(SAM);
		assertThat(open(Way.LINES).reads("line-1")).contains("Code ran out", "You can get a new one");
		assertThat(here().leads("line-1-see")).isEqualTo(this.page);
		Hand hand = open(this.page);
		assertThat(hand.reads()).contains("The code ran out", "Nothing is lost: you can have a new one");
		assertThat(hand.sees("install")).isFalse();

		hand.press("new-code");
		assertThat(stored(this.reference).phase()).isEqualTo(Phase.PREPARING);
		assertThat(here().sees("new-code")).isFalse();
		Legs.run(this.beans, this.reference);
		assertThat(open(this.page + "/esim").sees("qr")).isTrue();
	}

	@Test
	void anOldSignInIsAskedForAFactorFirst() {
		this.clock.move(Duration.ofHours(73));
		signIn(SAM);
		Hand hand = open(this.page);
		this.clock.move(Duration.ofMinutes(6));
		hand.press("new-code");
		assertThat(stored(this.reference).phase()).isEqualTo(Phase.READY);

		signIn(SAM);
		open(this.page).press("new-code");
		assertThat(stored(this.reference).phase()).isEqualTo(Phase.PREPARING);
	}

	@Test
	void oneThatIsLockedSaysWhyAndWhatHelps() {
		fails("8.2.7-6.4");
		Hand hand = open(this.page);
		assertThat(hand.reads()).contains("The confirmation code was wrong too often, so this code is locked",
				"get a new one; nobody has to check you again");
		hand.press("new-code");
		assertThat(stored(this.reference).phase()).isEqualTo(Phase.PREPARING);
	}

	@Test
	void whereAPhoneHasLoadedItAPersonLooksFirst() {
		fails("8.2.10-4.2");
		open(this.page).press("new-code");
		assertThat(here().reads()).contains("Something needs a hand on our side. Nothing is lost");
	}

	private void fails(String code) {
		Iccid ready = this.smdp.profiles()
			.stream()
			.filter(profile -> profile.state() == SimulatedProfile.State.RELEASED)
			.findFirst()
			.map(SimulatedProfile::iccid)
			.orElseThrow();
		this.smdp.fail(ready, code);
		Awaitility.await().until(() -> stored(this.reference).trouble().isPresent());
	}

}
