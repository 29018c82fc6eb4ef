package app.resim.ui.customer;

import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.request.Lines;
import app.resim.request.LineView;
import app.resim.request.Phase;
import app.resim.request.RequestReference;
import app.resim.ui.Hand;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class MyLinesTest extends CustomerPages {

	@Autowired
	Lines lines;

	private LineView.State state(Msisdn line) {
		return this.lines.of(SAM).stream().filter(each -> each.number().equals(line)).findFirst().orElseThrow().state();
	}

	@Test
	void everyLineSaysWhatItDoesAndOffersAReplacement() {
		Hand hand = open(Way.LINES);

		assertThat(title()).isEqualTo("Your lines – Tidewire Mobile");
		assertThat(hand.reads("line-1")).contains("+852\u00a05550\u00a00142", "Working", "eSIM on iPhone 15.");
		assertThat(hand.reads()).contains("2 times in 30 days and 5 times in a year");
		assertThat(hand.sees("line-3-replace")).isTrue();
		assertThat(hand.sees("line-4")).isFalse();
	}

	@Test
	void replacingBeginsARequestWithItsFirstQuestion() {
		open(Way.LINES).press("line-1-replace");

		assertThat(address()).matches("/requests/RS-.{4}-.{4}/device");
		assertThat(open(Way.LINES).leads("line-1-continue")).matches("/requests/RS-.{4}-.{4}/device");
	}

	@Test
	void aLostLineStopsAfterOneQuestionAndStartsAgain() {
		Hand hand = open(Way.LINES);
		assertThat(hand.leads("line-1-stop")).isEqualTo("/lines/stop?line=1");
		hand = open("/lines/stop?line=1");
		assertThat(hand.reads()).contains("Stop +852\u00a05550\u00a00142?");
		assertThat(state(LINE)).isEqualTo(LineView.State.WORKING);

		hand.press("stop");

		assertThat(state(LINE)).isEqualTo(LineView.State.STOPPED);
		assertThat(title()).startsWith("+852\u00a05550\u00a00142 is stopped");
		assertThat(here().sees("stop-replace")).isTrue();

		hand = open(Way.LINES);
		assertThat(hand.reads("line-1")).contains("Stopped", "no calls, no messages, no data");
		hand.press("line-1-start");

		assertThat(state(LINE)).isEqualTo(LineView.State.WORKING);
		assertThat(here().reads()).contains("+852\u00a05550\u00a00142 works again");
	}

	@Test
	void aPageThatIsLoadedAgainAfterwardsSaysThatTheLineIsStopped() {
		open("/lines/stop?line=1").press("stop");

		assertThat(open("/lines/stop?line=1").reads()).contains("is stopped").doesNotContain("Stop +852");
	}

	@Test
	void aLineThatDoesNotExistLeadsToTheLines() {
		for (String place : new String[] { "4", "0", "-1", "99999", "abc", "" }) {
			open("/lines/stop?line=" + place);
			assertThat(address()).isEqualTo(Way.LINES);
		}
	}

	@Test
	void whatIsUnderWayStandsAtItsLine() {
		RequestReference sent = answered(Reason.STOLEN);
		this.requests.submit(sent, proof());
		this.provisioning.stop(LINE);

		Hand hand = open(Way.LINES);

		assertThat(hand.reads("line-1")).contains("Request open", sent.reference(), "a person checks it");
		assertThat(hand.leads("line-1-see")).isEqualTo("/requests/" + sent);
		assertThat(hand.sees("line-1-replace")).isFalse();
		// somebody else may hold the phone
		assertThat(hand.sees("line-1-start")).isFalse();
	}

	@Test
	void aPlasticCardIsReplacedOrBecomesAnEsim() {
		signIn(TOM);
		Hand hand = open(Way.LINES);

		assertThat(hand.reads("line-1")).contains("Plastic SIM card in Galaxy A54.", "Replace this SIM card",
				"Move to an eSIM");
		assertThat(hand.sees("line-1-card")).isTrue();
		assertThat(hand.sees("line-1-replace")).isTrue();
		assertThat(hand.sees("line-1-stop")).isTrue();
	}

	@Test
	void whoHasNoLineReadsWhomToCall() {
		signIn(new SubscriberId("demo-nobody"));

		assertThat(open(Way.LINES).reads()).contains("We found no line in your name");
	}

	@Test
	void aCancelledDraftLeavesTheLineFree() {
		RequestReference draft = begun();
		this.requests.withdraw(draft, SAM);

		assertThat(Optional.of(stored(draft).phase())).contains(Phase.WITHDRAWN);
		assertThat(open(Way.LINES).sees("line-1-replace")).isTrue();
	}

}
