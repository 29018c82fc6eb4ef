package app.resim.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import app.resim.account.CodeAnswer.Expired;
import app.resim.account.CodeAnswer.SignedIn;
import app.resim.account.CodeAnswer.UsedUp;
import app.resim.account.CodeAnswer.Wrong;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What sign-in by code promises on every database.
 */
abstract class SignInContract {

	private static final String SAM = "sam.demo@example.com";

	private static final CodeAnswer SAM_IS_IN = new SignedIn(SmallDirectory.SAM.id());

	private Desk desk;

	abstract DataSource database();

	@BeforeEach
	void open() {
		this.desk = new Desk(database());
	}

	@Test
	void theCodeFromTheMailSignsIn() {
		CodeSent sent = this.desk.ask(SAM);

		assertThat(this.desk.postbox.letters).singleElement().satisfies(letter -> {
			assertThat(letter.to()).isEqualTo(SmallDirectory.SAM);
			assertThat(letter.code()).isEqualTo(Desk.FIRST_CODE);
			assertThat(letter.usableUntil()).isEqualTo(sent.usableUntil());
		});
		assertThat(enter(sent, Desk.FIRST_CODE)).isEqualTo(SAM_IS_IN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SAM.DEMO@EXAMPLE.COM", " sam.demo@example.com\u00a0", "ｓａｍ．ｄｅｍｏ＠ｅｘａｍｐｌｅ．ｃｏｍ",
			"+852 5550 0142", "5550-0142", "(852) 55500142", "+８５２５５５００１４２" })
	void everySpellingOfAContactIsUnderstood(String typed) {
		assertThat(enter(this.desk.ask(typed), Desk.FIRST_CODE)).isEqualTo(SAM_IS_IN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "402 718", "402-718", "４０２７１８", "٤٠٢٧١٨", "\u200e402718\n" })
	void everySpellingOfACodeIsUnderstood(String typed) {
		assertThat(enter(this.desk.ask(SAM), typed)).isEqualTo(SAM_IS_IN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody@example.com", "+85255500999", "hello", "", "@", "📱", "' OR 1=1 --" })
	void somebodyUnknownGetsTheSameAnswerAndLeavesTheSameRows(String stranger) {
		CodeSent known = this.desk.ask(SAM);
		CodeSent unknown = this.desk.ask(stranger);

		assertThat(unknown.sentAt()).isEqualTo(known.sentAt());
		assertThat(unknown.usableUntil()).isEqualTo(known.usableUntil());
		assertThat(this.desk.postbox.letters).hasSize(1);
		assertThat(count("sign_in_challenge")).isEqualTo(2);
		assertThat(count("sign_in_code")).isEqualTo(2);
		assertThat(this.desk.trail).hasSize(2);
	}

	@Test
	void evenALuckyGuessSignsNobodyInAsNobody() {
		CodeSent unknown = this.desk.ask("nobody@example.com");

		assertThat(enter(unknown, Desk.FIRST_CODE)).isEqualTo(new Wrong(4));
	}

	@Test
	void fiveTriesAndNoMore() {
		CodeSent sent = this.desk.ask(SAM);

		for (int left = 4; left >= 1; left--) {
			assertThat(enter(sent, "000000")).isEqualTo(new Wrong(left));
		}
		assertThat(enter(sent, "000000")).isEqualTo(new UsedUp());
		assertThat(enter(sent, Desk.FIRST_CODE)).isEqualTo(new UsedUp());
	}

	@Test
	void theFifthTryStillCounts() {
		CodeSent sent = this.desk.ask(SAM);
		for (int i = 0; i < 4; i++) {
			enter(sent, "000000");
		}

		assertThat(enter(sent, Desk.FIRST_CODE)).isEqualTo(SAM_IS_IN);
	}

	@Test
	void strangersAreToldTheSameAboutTheirTries() {
		CodeSent unknown = this.desk.ask("nobody@example.com");

		for (int left = 4; left >= 1; left--) {
			assertThat(enter(unknown, "000000")).isEqualTo(new Wrong(left));
		}
		assertThat(enter(unknown, "000000")).isEqualTo(new UsedUp());
	}

	@Test
	void aCodeWorksOnce() {
		CodeSent sent = this.desk.ask(SAM);
		enter(sent, Desk.FIRST_CODE);

		assertThat(enter(sent, Desk.FIRST_CODE)).isEqualTo(new UsedUp());
	}

	@Test
	void aCodeOfOneRoundDoesNotOpenAnother() {
		this.desk.ask(SAM);
		String first = this.desk.postbox.lastCode();
		CodeSent second = this.desk.ask(SAM);

		assertThat(enter(second, first)).isEqualTo(new Wrong(4));
	}

	@Test
	void aCodeLivesTenMinutes() {
		CodeSent early = this.desk.ask(SAM);
		CodeSent late = this.desk.ask(SAM);
		String lateCode = this.desk.postbox.lastCode();

		this.desk.clock.move(Duration.ofMinutes(10).minusMillis(1));
		assertThat(enter(early, Desk.FIRST_CODE)).isEqualTo(SAM_IS_IN);

		this.desk.clock.move(Duration.ofMillis(1));
		assertThat(enter(late, lateCode)).isEqualTo(new Expired());
	}

	@Test
	void aSecondCodeLeavesTheFirstUsableForItsTime() {
		CodeSent sent = this.desk.ask(SAM);
		this.desk.clock.move(Duration.ofMinutes(2));

		CodeSent again = this.desk.signIn.resend(sent.challenge()).orElseThrow();

		assertThat(again.challenge()).isEqualTo(sent.challenge());
		assertThat(again.usableUntil()).isEqualTo(sent.usableUntil().plus(Duration.ofMinutes(2)));
		assertThat(this.desk.postbox.lastCode()).isNotEqualTo(Desk.FIRST_CODE);
		assertThat(enter(sent, Desk.FIRST_CODE)).isEqualTo(SAM_IS_IN);
	}

	@Test
	void aSecondCodeWorksAfterTheFirstHasEnded() {
		CodeSent sent = this.desk.ask(SAM);
		this.desk.clock.move(Duration.ofMinutes(11));

		this.desk.signIn.resend(sent.challenge());

		assertThat(enter(sent, Desk.FIRST_CODE)).isEqualTo(new Wrong(4));
		assertThat(enter(sent, this.desk.postbox.lastCode())).isEqualTo(SAM_IS_IN);
	}

	@Test
	void triesAreCountedOverAllCodesOfARound() {
		CodeSent sent = this.desk.ask(SAM);
		enter(sent, "000000");
		enter(sent, "000000");
		this.desk.signIn.resend(sent.challenge());

		assertThat(enter(sent, "000000")).isEqualTo(new Wrong(2));
	}

	@Test
	void aRoundHasThreeCodes() {
		CodeSent sent = this.desk.ask(SAM);

		assertThat(this.desk.signIn.resend(sent.challenge())).isPresent();
		assertThat(this.desk.signIn.resend(sent.challenge())).isPresent();
		assertThat(this.desk.signIn.resend(sent.challenge())).isEmpty();
		assertThat(this.desk.postbox.letters).hasSize(3);
	}

	@Test
	void aRoundThatIsOverGivesNoCode() {
		CodeSent used = this.desk.ask(SAM);
		enter(used, Desk.FIRST_CODE);
		CodeSent triedOut = this.desk.ask("nobody@example.com");
		for (int i = 0; i < 5; i++) {
			enter(triedOut, "000000");
		}
		CodeSent old = this.desk.ask("nobody@example.com");
		this.desk.clock.move(Duration.ofMinutes(30));

		assertThat(this.desk.signIn.resend(used.challenge())).isEmpty();
		assertThat(this.desk.signIn.resend(triedOut.challenge())).isEmpty();
		assertThat(this.desk.signIn.resend(old.challenge())).isEmpty();
	}

	@Test
	void aRoundNobodyKnowsIsAnsweredCalmly() {
		var unknown = new ChallengeId("AAAAAAAAAAAAAAAAAAAAAA");

		assertThat(this.desk.signIn.resend(unknown)).isEmpty();
		assertThat(this.desk.signIn.enter(unknown, "123456")).isEqualTo(new Expired());
	}

	@Test
	void strangersMayAskAgainLikeAnybody() {
		CodeSent unknown = this.desk.ask("nobody@example.com");

		assertThat(this.desk.signIn.resend(unknown.challenge())).isPresent();
		assertThat(this.desk.signIn.resend(unknown.challenge())).isPresent();
		assertThat(this.desk.signIn.resend(unknown.challenge())).isEmpty();
		assertThat(this.desk.postbox.letters).isEmpty();
	}

	@Test
	void oneMailboxGetsFiveCodesInAQuarterOfAnHourWhateverContactIsTyped() {
		for (String contact : List.of(SAM, "SAM.demo@example.com", "+852 5550 0142", "55500142", SAM, SAM,
				"55500142")) {
			this.desk.ask(contact);
		}
		assertThat(this.desk.postbox.letters).hasSize(5);

		this.desk.clock.move(Duration.ofMinutes(15));
		this.desk.ask(SAM);
		assertThat(this.desk.postbox.letters).hasSize(6);
	}

	@Test
	void askingInVainDoesNotPutTheNextCodeOff() {
		for (int i = 0; i < 5; i++) {
			this.desk.ask(SAM);
		}
		this.desk.clock.move(Duration.ofMinutes(14));
		this.desk.ask(SAM);
		this.desk.clock.move(Duration.ofMinutes(1));

		this.desk.ask(SAM);

		assertThat(this.desk.postbox.letters).hasSize(6);
	}

	@Test
	void aCodeThatWasNotSentDoesNotOpen() {
		for (int i = 0; i < 5; i++) {
			this.desk.ask(SAM);
		}
		CodeSent sixth = this.desk.ask(SAM);

		assertThat(enter(sixth, "402723")).isEqualTo(new Wrong(4));
	}

	@Test
	void somebodySignedInGetsAFreshCode() {
		CodeSent sent = this.desk.signIn.again(SmallDirectory.SAM.id(), Locale.forLanguageTag("zh-Hant"));

		assertThat(this.desk.postbox.letters.getFirst().language()).isEqualTo(Locale.forLanguageTag("zh-Hant"));
		assertThat(enter(sent, Desk.FIRST_CODE)).isEqualTo(SAM_IS_IN);
	}

	@Test
	void somebodyTheDirectoryHasForgottenGetsNone() {
		this.desk.signIn.again(new SubscriberId("c-gone"), Locale.ENGLISH);

		assertThat(this.desk.postbox.letters).isEmpty();
	}

	@Test
	void aDirectoryThatIsDownIsSaidSoAndCostsNothing() {
		CodeSent sent = this.desk.ask(SAM);
		this.desk.directory.reachable = false;

		assertThatExceptionOfType(DirectoryUnreachable.class).isThrownBy(() -> this.desk.ask(SAM));
		assertThatExceptionOfType(DirectoryUnreachable.class)
			.isThrownBy(() -> this.desk.signIn.resend(sent.challenge()));

		assertThat(count("sign_in_code")).isEqualTo(1);
	}

	@Test
	void tenMegabytesAreNobody() {
		CodeSent unknown = this.desk.ask("a".repeat(10_000_000));

		assertThat(enter(unknown, "4".repeat(10_000_000))).isEqualTo(new Wrong(4));
	}

	@Test
	void manyWrongTriesAtOnceShareNoTry() throws Exception {
		CodeSent sent = this.desk.ask(SAM);

		List<CodeAnswer> answers = atOnce(20, () -> enter(sent, "000000"));

		assertThat(answers).filteredOn(Wrong.class::isInstance)
			.containsExactlyInAnyOrder(new Wrong(4), new Wrong(3), new Wrong(2), new Wrong(1));
		assertThat(answers).filteredOn(UsedUp.class::isInstance).hasSize(16);
	}

	@Test
	void manyRightTriesAtOnceSignInOnce() throws Exception {
		CodeSent sent = this.desk.ask(SAM);

		List<CodeAnswer> answers = atOnce(20, () -> enter(sent, Desk.FIRST_CODE));

		assertThat(answers).filteredOn(SAM_IS_IN::equals).hasSize(1);
	}

	@Test
	void manyRequestsAtOnceShareTheAllowance() throws Exception {
		atOnce(20, () -> this.desk.ask(SAM));

		assertThat(this.desk.postbox.letters).hasSize(5);
	}

	@Test
	void neitherCodesNorContactsAreInTheDatabase() {
		this.desk.ask(SAM);
		this.desk.ask("+852 5550 0142");
		this.desk.ask("nobody@example.com");

		for (String table : List.of("sign_in_challenge", "sign_in_code", "sign_in_mailbox")) {
			assertThat(contents(table)).isNotEmpty()
				.doesNotContain(Desk.FIRST_CODE, "402719", "402720", "example", "nobody", "5550");
		}
	}

	@Test
	void theTrailTellsWhatHappenedWithoutContactOrCode() {
		CodeSent sent = this.desk.ask(SAM);
		enter(sent, "000000");
		enter(sent, Desk.FIRST_CODE);
		this.desk.ask("+852 5550 0199");

		assertThat(this.desk.trail).extracting(AuditedEvent::deed)
			.containsExactly("sign-in.code-sent", "sign-in.failed", "sign-in.succeeded", "sign-in.code-withheld");
		assertThat(this.desk.trail).extracting(AuditedEvent::subject).containsExactly("c-1", "c-1", "c-1", "nobody");
		assertThat(this.desk.trail.get(2).actor()).isEqualTo(Actor.customer(SmallDirectory.SAM.id()));
		assertThat(this.desk.trail.toString()).doesNotContain("example.com", "5550", Desk.FIRST_CODE, "Wong");
	}

	@Test
	void knockingAtARoundThatIsOverFillsNoTrail() {
		CodeSent sent = this.desk.ask(SAM);
		for (int i = 0; i < 50; i++) {
			enter(sent, "000000");
		}

		assertThat(this.desk.trail).hasSize(6);
	}

	@Test
	void oldRoundsAreForgotten() {
		this.desk.ask(SAM);
		this.desk.clock.move(Duration.ofHours(25));
		CodeSent young = this.desk.ask("nobody@example.com");

		this.desk.transaction.executeWithoutResult(status -> this.desk.challenges.purge());

		assertThat(count("sign_in_challenge")).isEqualTo(1);
		assertThat(count("sign_in_code")).isEqualTo(1);
		assertThat(count("sign_in_mailbox")).isEqualTo(1);
		assertThat(enter(young, "000000")).isEqualTo(new Wrong(4));
	}

	private CodeAnswer enter(CodeSent sent, String code) {
		return this.desk.signIn.enter(sent.challenge(), code);
	}

	@Test
	void anErasureTakesTheRoundsOfOneCustomerAndTheirCodes() {
		var signIns = new SignInsOfACustomer(this.desk.database);
		CodeSent sent = this.desk.ask(SAM);
		this.desk.ask("nobody@example.com");
		assertThat(signIns.export(SmallDirectory.SAM.id(), Actor.RESIM).entries()).singleElement()
			.satisfies(round -> assertThat(round.facts()).containsEntry("codes", 1).containsKey("begunAt"));

		signIns.erase(SmallDirectory.SAM.id(), Actor.RESIM, this.desk.clock.instant().minusSeconds(1));
		assertThat(count("sign_in_challenge")).as("it came after the order").isEqualTo(2);
		signIns.erase(SmallDirectory.SAM.id(), Actor.RESIM, this.desk.clock.instant());

		assertThat(enter(sent, Desk.FIRST_CODE)).isEqualTo(new Expired());
		assertThat(count("sign_in_challenge")).isEqualTo(1);
		assertThat(count("sign_in_code")).isEqualTo(1);
		assertThat(count("sign_in_mailbox")).isEqualTo(1);
	}

	private int count(String table) {
		return this.desk.database.sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
	}

	private String contents(String table) {
		var text = new StringBuilder();
		this.desk.database.sql("SELECT * FROM " + table)
			.query()
			.listOfRows()
			.forEach(row -> row.values().forEach(cell -> text.append(readable(cell)).append('\n')));
		return text.toString();
	}

	private static String readable(Object cell) {
		return (cell instanceof byte[] bytes) ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(cell);
	}

	private static <T> List<T> atOnce(int people, Callable<T> deed) throws Exception {
		var start = new CountDownLatch(1);
		try (var threads = Executors.newFixedThreadPool(people)) {
			List<Future<T>> running = new ArrayList<>();
			for (int i = 0; i < people; i++) {
				running.add(threads.submit(() -> {
					start.await();
					return deed.call();
				}));
			}
			start.countDown();
			List<T> answers = new ArrayList<>();
			for (Future<T> one : running) {
				answers.add(one.get());
			}
			return answers;
		}
	}

}
