package app.resim.ui.customer;

import app.resim.catalogue.Reason;
import app.resim.kernel.Msisdn;
import app.resim.request.RequestReference;
import app.resim.ui.Hand;
import app.resim.ui.RailSection;
import app.resim.ui.Visits;
import com.vaadin.flow.component.UI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class WhoseRequestTest extends CustomerPages {

	@Autowired
	Visits visits;

	@ParameterizedTest
	@ValueSource(strings = { "device", "device/answer", "document", "portrait", "reason", "check", "too-often" })
	void somebodyElsesRequestIsAsUnknownAsNone(String question) {
		RequestReference sams = answered(Reason.DAMAGED);
		signIn(ANNA);

		String stranger = open("/requests/" + sams + "/" + question).reads();
		assertThat(stranger).contains("We do not know this request").doesNotContain("5550\u00a00142");
		assertThat(open("/requests/RS-0000-0000/" + question).reads()).isEqualTo(stranger);
		assertThat(open("/requests/nonsense/" + question).reads()).isEqualTo(stranger);
	}

	@Test
	void anUnknownRequestIsAMissingPage() {
		open("/requests/RS-0000-0000/check");

		assertThat(UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst())
			.isInstanceOf(UnknownRequestView.class);
		assertThat(new UnknownRequestView(this.visits).setErrorParameter(null, null)).isEqualTo(404);
	}

	@Test
	void aLaterQuestionLeadsToTheFirstOpenOne() {
		RequestReference draft = withDevice();

		for (String question : new String[] { "portrait", "reason", "check" }) {
			open("/requests/" + draft + "/" + question);
			assertThat(address()).isEqualTo("/requests/" + draft + "/document");
		}
	}

	@Test
	void aDraftGoesOnAtItsOpenQuestion() {
		assertThat(Way.to(stored(begun()))).endsWith("/device");
		assertThat(Way.to(stored(withDevice()))).endsWith("/document");
		assertThat(Way.to(stored(withDocument()))).endsWith("/portrait");
		assertThat(Way.to(stored(withPortrait()))).endsWith("/reason");
		assertThat(Way.to(stored(answered(Reason.DAMAGED)))).endsWith("/check");
	}

	@Test
	void backLeadsToTheQuestionBefore() {
		RequestReference draft = answered(Reason.DAMAGED);
		String request = "/requests/" + draft;

		assertThat(open(request + "/check").leads("back")).isEqualTo(request + "/reason");
		assertThat(open(request + "/reason").leads("back")).isEqualTo(request + "/portrait");
		assertThat(open(request + "/portrait").leads("back")).isEqualTo(request + "/document");
		assertThat(open(request + "/document").leads("back")).isEqualTo(request + "/device");
		assertThat(open(request + "/device").leads("back")).isEqualTo(Way.LINES);
	}

	@Test
	void theRailSaysWhichLineAndThatNothingIsLost() {
		Hand hand = open("/requests/" + withDevice() + "/document");

		assertThat(hand.reads()).contains("Line +852\u00a05550\u00a00142. Saved at ",
				"You can go on later, on any device.", "Continue later");
	}

	@Test
	void thePageOfTheSameQuestionOfAnotherRequestHoldsNothingOfTheFirst() {
		open("/requests/" + withDevice() + "/document");
		RequestReference other = this.requests.start(SAM, new Msisdn("+85255500187")).orElseThrow().reference();
		open("/requests/" + other + "/device");
		Hand hand = open("/requests/" + withDocument() + "/device");

		assertThat(hand.components(RailSection.class)).hasSize(3);
		assertThat(UI.getCurrent().getChildren().count()).isEqualTo(1);
	}

}
