package app.resim.ui.customer;

import java.util.Map;

import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.Reason;
import app.resim.request.DeviceFacts;
import app.resim.request.DeviceFacts.Source;
import app.resim.request.Question;
import app.resim.request.RequestReference;
import app.resim.ui.Hand;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceQuestionTest extends CustomerPages {

	private RequestReference draft;

	private Hand hand;

	@BeforeEach
	void asked() {
		this.draft = begun();
		this.hand = open(Way.to(stored(this.draft)));
	}

	private DeviceFacts device() {
		return stored(this.draft).device().orElseThrow();
	}

	private void name(String words) {
		this.hand.choose("held", "no");
		ComboBox<?> list = this.hand.components(ComboBox.class).getFirst();
		ComponentUtil.fireEvent(list, new ComboBoxBase.CustomValueSetEvent<>(list, true, words));
		this.hand.submit();
	}

	@ParameterizedTest
	@CsvSource({ "iPhone XR, SOME_VERSIONS, Apple iPhone XR", "A2108, NOT_COMPATIBLE, Apple iPhone XR (A2108)",
			"SM-S9280, SOME_VERSIONS, Samsung Galaxy S24 Ultra (SM-S9280)", "Pixel 2, NOT_COMPATIBLE, Google Pixel 2",
			"Pixel 3, SOME_VERSIONS, Google Pixel 3", "My uncle’s phone 😀, UNKNOWN, My uncle’s phone 😀" })
	void aNameThatIsNotSurelyCompatibleIsExplained(String typed, Verdict verdict, String label) {
		name(typed);

		assertThat(address()).isEqualTo("/requests/" + this.draft + "/device/answer");
		assertThat(device().verdict()).isEqualTo(verdict);
		assertThat(device().label()).isEqualTo(label);
		assertThat(here().reads()).contains(label);
	}

	@ParameterizedTest
	@CsvSource({ "SM-S928U, Samsung Galaxy S24 Ultra (SM-S928U)",
			"iPhone 15 bought in the United States, Apple iPhone 15 (iPhone 15 bought in the United States)" })
	void aNameThatIsSurelyCompatibleLeadsOnAndIsToldThere(String typed, String label) {
		name(typed);

		assertThat(address()).isEqualTo("/requests/" + this.draft + "/document");
		assertThat(here().reads()).contains(label + " takes an eSIM");
	}

	@ParameterizedTest
	@CsvSource({ "iPhone XR, true", "Pixel 2, true", "Apple Watch Ultra 2, false" })
	void onlyWhoHasATrayIsSentToGetAPlasticCard(String typed, boolean sent) {
		name(typed);

		assertThat(here().sees("device-card")).isEqualTo(sent);
	}

	@Test
	void aWatchIsRecognisedButNotChecked() {
		name("Apple Watch Ultra 2");

		assertThat(title()).startsWith("We cannot check this one: Apple Watch Ultra 2");
		assertThat(here().reads()).contains("A watch gets its plan through the phone");
	}

	@Test
	void aModelOfTheListIsKeptWithItsKey() {
		this.hand.choose("held", "no");
		ComboBox<WhichDevice.Pick> list = picks();
		WhichDevice.Pick pick = test(list).getSuggestionItems().getFirst();
		test(list).selectItem(pick.label());
		this.hand.submit();

		assertThat(device().deviceId()).isEqualTo(pick.deviceId());
		assertThat(device().source()).isEqualTo(Source.LIST);
	}

	@SuppressWarnings("unchecked")
	private ComboBox<WhichDevice.Pick> picks() {
		return this.hand.components(ComboBox.class).getFirst();
	}

	@Test
	void anEidOpensTheWayForAPhoneThatNobodyKnows() {
		name("Fairphone of my uncle");
		here().type("eid", "８９０４ 9032-1234 5123 4512 3456 7890 1235").submit();

		assertThat(address()).isEqualTo("/requests/" + this.draft + "/document");
		assertThat(device().verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(device().label()).isEqualTo("Fairphone of my uncle");
		assertThat(device().eid()).contains(EID);
	}

	@Test
	void anEidReopensTheWayForAPhoneThatTheListExcludes() {
		name("A2108");
		here().type("eid", EID.eid()).submit();

		assertThat(device().verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(device().label()).isEqualTo("Apple iPhone XR (A2108)");
	}

	@Test
	void anUnsureDeviceMayGoOnButAnImpossibleOneMayNot() {
		name("iPhone XR");
		here().press("device-anyway");
		assertThat(address()).isEqualTo("/requests/" + this.draft + "/document");

		this.hand = open("/requests/" + this.draft + "/device");
		name("Pixel 2");
		assertThat(here().sees("device-anyway")).isFalse();
		open("/requests/" + this.draft + "/document");
		assertThat(address()).isEqualTo("/requests/" + this.draft + "/device/answer");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					''                                   | Enter the EID. The phone shows it when you dial *#06#.
					ninety                               | EID must have digits only. Leave out letters and other signs.
					8904903212345123451234567890123      | EID must have 32 digits. You entered 31.
					89049032123451234512345678901234     | A digit of this EID is wrong. Compare it with the phone, or copy it there and paste it here.
					""")
	void aWrongEidNamesItselfAndSaysHowToPutItRight(String typed, String sentence) {
		this.hand.choose("held", "no").choose("by", "eid").type("eid", typed).submit();

		assertThat(here().errorAt("eid")).isEqualTo("Error: " + sentence);
		assertThat(here().reads("problem")).isEqualTo("There is a problem" + sentence);
		assertThat(title()).startsWith("Error: ");
		assertThat(stored(this.draft).device()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					''               | Enter the IMEI. The phone shows it when you dial *#06#.
					49015420323751A  | IMEI must have digits only. Leave out letters and other signs.
					4901542032375    | IMEI must have 15 digits. You entered 13.
					490154203237519  | A digit of this IMEI is wrong. Compare it with the phone, or copy it there and paste it here.
					4901542032375181 | You entered 16 digits: that is an IMEISV, the IMEI with a software version. Enter the 15 digits that the phone shows as IMEI.
					""")
	void aWrongImeiNamesItselfAndSaysHowToPutItRight(String typed, String sentence) {
		this.hand.choose("held", "no").choose("by", "imei").type("imei", typed).submit();

		assertThat(here().errorAt("imei")).isEqualTo("Error: " + sentence);
	}

	@Test
	void anImeiThatNoTableKnowsLeadsToTheEid() {
		this.hand.choose("held", "no").choose("by", "imei").type("imei", "49-015420-323751-8").submit();

		assertThat(address()).endsWith("/device/answer");
		assertThat(here().reads()).contains("Not in our list: this device");
		assertThat(here().sees("eid")).isTrue();
	}

	@Test
	void tenMegabytesAreNoEid() {
		this.hand.choose("held", "no").choose("by", "eid").type("eid", "8".repeat(10_000_000)).submit();

		assertThat(here().errorAt("eid")).startsWith("Error: EID must have 32 digits.");
	}

	@Test
	void theBrowserIsAskedOnlyAfterAYes() {
		assertThat(this.hand.components(ModelHint.class)).isEmpty();
		this.hand.choose("held", "no");
		assertThat(this.hand.components(ModelHint.class)).isEmpty();
		this.hand.choose("held", "yes");
		assertThat(this.hand.components(ModelHint.class)).hasSize(1);
		this.hand.choose("held", "no");
		assertThat(this.hand.components(ModelHint.class)).isEmpty();
	}

	@Test
	void whatTheBrowserSaysIsASuggestionToConfirm() {
		this.hand.choose("held", "yes");
		this.hand.fire("resim-model", "model", Map.of("event.detail.model", "SM-S928U", "event.detail.family", ""));
		assertThat(stored(this.draft).device()).isEmpty();
		this.hand.submit();
		assertThat(here().errorAt("by")).contains("Choose how you want to tell us the model.");

		this.hand.choose("by", "hint").submit();

		assertThat(device().source()).isEqualTo(Source.HINT);
		assertThat(device().label()).isEqualTo("Samsung Galaxy S24 Ultra (SM-S928U)");
		assertThat(device().verdict()).isEqualTo(Verdict.COMPATIBLE);
	}

	@Test
	void aSilentBrowserLeavesTheList() {
		this.hand.choose("held", "yes");
		this.hand.fire("resim-model", "model", Map.of("event.detail.model", "", "event.detail.family", "iPhone"));

		assertThat(this.hand.reads()).contains("says only “iPhone”");
		assertThat(this.hand.sees("model")).isTrue();
	}

	@Test
	void nothingChosenIsAnError() {
		this.hand.submit();

		assertThat(here().errorAt("held")).contains("Choose whether this is the phone that gets the new eSIM.");
	}

	@Test
	void anEmptyListIsAnError() {
		this.hand.choose("held", "no").submit();

		assertThat(here().errorAt("model")).contains("Choose the model from the list, or type its name.");
	}

	@Test
	void anAnswerChangedLaterReturnsToTheCheck() {
		RequestReference complete = answered(Reason.DAMAGED);
		this.hand = open(Way.changing(complete, Question.DEVICE));
		assertThat(this.hand.leads("back")).isEqualTo("/requests/" + complete + "/check");
		name("SM-S928U");

		assertThat(address()).isEqualTo("/requests/" + complete + "/check");
	}

	@Test
	void aQuestionReadAgainShowsTheAnswer() {
		name("Pixel 3");
		this.hand = open("/requests/" + this.draft + "/device");

		assertThat(picks().getValue().label()).isEqualTo("Google Pixel 3");
		this.hand.submit();
		assertThat(device().verdict()).isEqualTo(Verdict.SOME_VERSIONS);
	}

}
