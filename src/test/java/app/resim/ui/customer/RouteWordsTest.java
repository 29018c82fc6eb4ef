package app.resim.ui.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.kernel.SubscriberId;
import app.resim.account.Proven;
import app.resim.account.Proof;
import app.resim.account.Factor;
import app.resim.MovingClock;
import app.resim.account.Readiness;
import app.resim.account.Strength;
import app.resim.request.Phase;
import app.resim.request.Prospect;
import app.resim.ui.Facts;
import app.resim.ui.Language;
import app.resim.ui.Readers;
import app.resim.ui.SignInPaths;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class RouteWordsTest {

	private static final String HERE = "/requests/RS-7K4M-29QD/check";

	private static final Instant BY = MovingClock.START.plusSeconds(7200);

	private static final Instant TOMORROW = MovingClock.START.plusSeconds(86_400);

	private static final Readiness NOTHING = new Readiness(List.of(), false, 0, 0);

	private static final Prospect MAIL = new Prospect(Strength.MAIL, true, 2, Optional.of(TOMORROW), BY);

	private static final Prospect CODE = new Prospect(Strength.MAIL_AND_RECOVERY_CODE, true, 1, Optional.empty(), BY);

	private static final Prospect PASSKEY = new Prospect(Strength.PASSKEY, true, 0, Optional.empty(), BY);

	private static Component before(List<Prospect> prospects, Readiness ready) {
		return before(prospects, Factor.MAIL_CODE, ready);
	}

	private static Component before(List<Prospect> prospects, Factor proven, Readiness ready) {
		Proof proof = Proof.of(new SubscriberId("demo-1001"), new Proven(proven, Instant.EPOCH, Instant.EPOCH));
		return new RouteWords(Readers.customer(Language.ENGLISH)).before(prospects, proof, ready, HERE);
	}

	@Test
	void theSlowestRouteSaysWhyHowLongAndHowToBeFaster() {
		String reads = reads(before(List.of(MAIL, CODE, PASSKEY), NOTHING));

		assertThat(reads).contains("You have shown that you can read your mailbox.", "Somebody who took it over",
				"2 different people check your request.", "The code is made at 13:31 tomorrow at the earliest.",
				"With a code from your printed list: One person checks your request.",
				"With a passkey: Nobody has to check.", "You have none of these yet.", "after 7 days");
		assertThat(leads(before(List.of(MAIL, CODE, PASSKEY), NOTHING))).containsExactly(SignInPaths.READY);
	}

	@Test
	void whoCameByAnAccountIsNotToldOfAMailbox() {
		assertThat(reads(before(List.of(MAIL), Factor.OPERATOR_ACCOUNT, NOTHING)))
			.contains("You have signed in with your account.")
			.doesNotContain("read your mailbox");
	}

	@Test
	void whoHasMoreIsLedToShowingItAndBack() {
		Component part = before(List.of(MAIL, CODE), new Readiness(List.of(), false, 3, 0));

		assertThat(leads(part)).containsExactly(SignInPaths.more(HERE));
		assertThat(reads(part)).doesNotContain("You have none of these");
	}

	@Test
	void atOnceIsNoQuestionOfMore() {
		String reads = reads(before(List.of(PASSKEY), NOTHING));

		assertThat(reads).contains("There is no stronger proof.", "usually takes a few minutes")
			.doesNotContain("With more proof");
	}

	@Test
	void afterwardsItSaysWhatWasShownAndWhatThatMeant() {
		Facts facts = Facts.box();
		new RouteWords(Readers.customer(Language.ENGLISH)).after(facts, MAIL, Phase.CHECKING);

		assertThat(reads(facts)).contains("You showed", "Your mailbox or account", "2 different people check.",
				"The code is made at 13:31 tomorrow at the earliest.", "A passkey makes it faster next time.");
	}

	@ParameterizedTest
	@EnumSource(names = { "PAUSED", "DECLINED", "WITHDRAWN", "EXPIRED" })
	void aRequestThatIsStoppedOrOverPromisesNoCode(Phase phase) {
		Facts facts = Facts.box();
		new RouteWords(Readers.customer(Language.ENGLISH)).after(facts, MAIL, phase);

		assertThat(reads(facts)).contains("You showed", "Your mailbox or account").doesNotContain("The code is made");
	}

	@ParameterizedTest
	@EnumSource
	void everyLanguageTellsEveryProof(Language language) {
		for (Strength strength : Strength.values()) {
			var prospect = new Prospect(strength, true, 2, Optional.of(TOMORROW), BY);
			Proof proof = Proof.of(new SubscriberId("demo-1001"), Proven.mailCode(Instant.EPOCH));
			assertThat(reads(new RouteWords(Readers.customer(language)).before(List.of(prospect, PASSKEY), proof,
					NOTHING, HERE)))
				.isNotBlank();
		}
	}

	private static String reads(Component part) {
		return reads(part.getElement());
	}

	private static String reads(Element element) {
		return element.isTextNode() ? element.getText()
				: element.getChildren().map(RouteWordsTest::reads).collect(Collectors.joining());
	}

	private static List<String> leads(Component part) {
		return below(part.getElement()).map(element -> element.getAttribute("href"))
			.filter(href -> href != null)
			.toList();
	}

	private static Stream<Element> below(Element element) {
		return element.isTextNode() ? Stream.empty()
				: Stream.concat(Stream.of(element), element.getChildren().flatMap(RouteWordsTest::below));
	}

}
