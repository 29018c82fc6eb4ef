package app.resim.request;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import app.resim.MovingClock;
import app.resim.WholeResim;
import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.catalogue.Devices;
import app.resim.catalogue.Reason;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.keys.FreshSigningKey;
import app.resim.keys.SigningKey;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Eid;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.protection.Protection;
import app.resim.protection.Signal;
import app.resim.provisioning.Provisioning;
import app.resim.provisioning.simulated.Fault;
import app.resim.provisioning.simulated.SimulatedSmDp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer's whole way through the services, against the simulated SM-DP+ and network
 * over HTTP.
 */
@WholeResim
class ReplacementTest {

	private static final SubscriberId SAM = Answered.SAM;

	private static final SubscriberId ANNA = new SubscriberId("demo-1002");

	private static final Msisdn LINE = Answered.LINE;

	private static final Eid EID = Answered.EID;

	@Autowired
	Requests requests;

	@Autowired
	Lines lines;

	@Autowired
	Reviews reviews;

	@Autowired
	Receipts receipts;

	@Autowired
	SigningKey signing;

	@Autowired
	Fulfilment fulfilment;

	@Autowired
	RequestSweep sweep;

	@Autowired
	RequestRows rows;

	@Autowired
	Devices devices;

	@Autowired
	Provisioning provisioning;

	@Autowired
	Protection protection;

	@Autowired
	SimulatedSmDp smdp;

	@Autowired
	MovingClock clock;

	@Autowired
	JdbcClient database;

	@BeforeEach
	void noRequests() {
		Leftovers.remove(this.database);
		this.provisioning.start(LINE);
	}

	@AfterEach
	void noFault() {
		healthy();
	}

	@Test
	void aNumberThatIsNotTheOneOnFileGoesToAPerson() {
		RequestView request = answered(Reason.DAMAGED);
		this.requests.noteNumber(request.reference(), SAM, DocumentKind.HKID, "G123456(A)");

		this.requests.submit(request.reference(), proof());

		assertThat(view(request).route()).contains(Route.REVIEWED);
		assertThat(row(request).signals()).containsExactly(Signal.DOCUMENT_CONTRADICTS, Signal.WEAK_SIGN_IN);
	}

	@Test
	void aBrokenPhoneIsReplacedWithoutAPerson() {
		RequestView request = sent(Reason.DAMAGED);
		run(request);

		RequestView ready = view(request);
		assertThat(ready.phase()).isEqualTo(Phase.READY);
		assertThat(ready.route()).contains(Route.AUTOMATIC);
		assertThat(stopped()).isFalse();
		EsimAnswer.Shown card = (EsimAnswer.Shown) this.requests.showEsim(request.reference(), SAM, now());
		assertThat(card.activationCode()).startsWith("LPA:1$").endsWith(card.matchingId());
		assertThat(card.eidEnding()).contains("1235");

		install();
		assertThat(view(request).phase()).isEqualTo(Phase.DONE);
		run(request);
		assertThat(row(request).status()).isEqualTo(RequestStatus.DONE);
		assertThat(this.protection.changes(LINE)).isEqualTo(1);
		assertThat(this.requests.showEsim(request.reference(), SAM, now())).isInstanceOf(EsimAnswer.Installed.class);
	}

	@Test
	void afterTheSwapThereIsAReceiptThatNamesNobodyAndThatEverybodyCanCheck(@TempDir Path folder) throws Exception {
		RequestView request = sent(Reason.LOST);
		assertThat(this.receipts.of(request.reference(), SAM)).as("not finished").isEmpty();
		this.reviews.claim(request.reference(), "kay");
		this.reviews.approve(request.reference(), "kay", "same person");
		run(request);
		install();
		run(request);

		byte[] file = this.receipts.of(request.reference(), SAM).orElseThrow();
		assertThat(this.receipts.of(request.reference(), ANNA)).isEmpty();
		assertThat(this.receipts.forStaff(request.reference(), "kay")).isPresent();
		String text = new String(file, StandardCharsets.UTF_8);
		assertThat(text).contains(request.reference().reference(), "\"endsIn\" : \"42\"", "\"strength\" : \"MAIL\"",
				"MAIL_CODE", "\"by\" : \"PEOPLE\"", "\"peopleNeeded\" : 1", "\"installedAt\"");
		assertThat(text).doesNotContain("55500142", "Wong", "Siu", "sam.demo", "demo-1001", "A123456", "kay",
				"same person", EID.eid(), "LPA:", "iPhone");

		Path receipt = Files.write(folder.resolve("receipt.txt"), file);
		Path key = Files.writeString(folder.resolve("key.pem"), this.signing.publicKeys().getFirst().pem());
		List<String> said = new ArrayList<>();
		assertThat(verify(said, receipt, key)).isEqualTo(VerifyReceipt.GENUINE);
		assertThat(said).anyMatch(line -> line.contains("line ending in 42"))
			.anyMatch(line -> line.contains("by MAIL_CODE"))
			.anyMatch(line -> line.contains("by a person"));
		assertThat(VerifyReceipt.run(List.of(receipt.toString(), key.toString(), "+85255500142"), said::add))
			.isEqualTo(VerifyReceipt.GENUINE);
		assertThat(VerifyReceipt.run(List.of(receipt.toString(), key.toString(), "+85255500143"), said::add))
			.isEqualTo(VerifyReceipt.WRONG);

		Files.writeString(receipt, text.replace("\"PEOPLE\"", "\"RULES\""));
		assertThat(verify(said, receipt, key)).isEqualTo(VerifyReceipt.WRONG);
		assertThat(said.getLast()).startsWith("THIS RECEIPT WAS CHANGED");
		Files.write(receipt, file);
		Files.writeString(key, FreshSigningKey.make().publicKeys().getFirst().pem());
		assertThat(verify(said, receipt, key)).isEqualTo(VerifyReceipt.WRONG);
		assertThat(said.getLast()).startsWith("THIS RECEIPT WAS SIGNED WITH ANOTHER KEY");
		Files.writeString(receipt, "hello");
		assertThat(verify(said, receipt, key)).isEqualTo(VerifyReceipt.WRONG);
		Files.writeString(key, "no key");
		assertThat(verify(said, receipt, key)).isEqualTo(VerifyReceipt.COULD_NOT_LOOK);
		assertThat(verify(said, folder.resolve("none"), key)).isEqualTo(VerifyReceipt.COULD_NOT_LOOK);
	}

	private static int verify(List<String> said, Path receipt, Path key) {
		return VerifyReceipt.run(List.of(receipt.toString(), key.toString()), said::add);
	}

	@Test
	void aLostPhoneStopsTheLineAtOnceAndWaitsForAPerson() {
		RequestView request = answered(Reason.LOST);
		run(request);
		assertThat(stopped()).isTrue();

		assertThat(this.requests.submit(request.reference(), proof())).isInstanceOf(SubmitAnswer.Sent.class);
		RequestView waiting = view(request);
		assertThat(waiting.phase()).isEqualTo(Phase.CHECKING);
		assertThat(waiting.times().answerBy()).hasValueSatisfying(by -> assertThat(by).isAfter(now()));

		assertThat(this.reviews.claimNext("kay")).contains(request.reference());
		assertThat(this.reviews.approve(request.reference(), "hugo", "")).isEqualTo(Reviews.Decision.NOT_YOURS);
		assertThat(this.reviews.approve(request.reference(), "kay", "same person")).isEqualTo(Reviews.Decision.DONE);
		assertThat(this.reviews.approve(request.reference(), "kay", "")).isEqualTo(Reviews.Decision.ALREADY_DECIDED);
		run(request);
		assertThat(view(request).phase()).isEqualTo(Phase.READY);
		assertThat(stopped()).as("stays stopped until the new one works").isTrue();

		install();
		run(request);
		assertThat(row(request).status()).isEqualTo(RequestStatus.DONE);
		assertThat(stopped()).isFalse();
	}

	@Test
	void whileAStolenPhoneIsReplacedTheLineCannotBeStarted() {
		sent(Reason.STOLEN);
		assertThat(this.lines.start(SAM, LINE)).isEqualTo(LineAnswer.HELD_BY_REQUEST);
	}

	@Test
	void aStoppedLineIsStartedAgainByItsOwnerAndByNobodyElse() {
		assertThat(this.lines.stop(SAM, LINE)).isEqualTo(LineAnswer.DONE);
		assertThat(stopped()).isTrue();
		assertThat(this.lines.start(ANNA, LINE)).isEqualTo(LineAnswer.NOT_YOURS);
		assertThat(stopped()).isTrue();
		assertThat(this.lines.start(SAM, LINE)).isEqualTo(LineAnswer.DONE);
		assertThat(stopped()).isFalse();
	}

	@Test
	void startingTwiceFindsTheSameRequest() throws Exception {
		List<Optional<RequestView>> started = atOnce(16, () -> this.requests.start(SAM, LINE));
		assertThat(started.stream().map(found -> found.orElseThrow().reference()).distinct()).hasSize(1);
		assertThat(this.requests.of(SAM)).hasSize(1);
	}

	@Test
	void pressingTheButtonFiftyTimesSendsOneRequestAndOrdersOneProfile() throws Exception {
		RequestView request = answered(Reason.NEW_DEVICE);
		List<SubmitAnswer> answers = atOnce(50, () -> this.requests.submit(request.reference(), proof()));
		assertThat(answers).hasSize(50).allMatch(SubmitAnswer.Sent.class::isInstance);
		atOnce(24, () -> {
			run(request);
			return "run";
		});
		runUntilReady(request);
		assertThat(this.database.sql("SELECT COUNT(*) FROM profile_order").query(Long.class).single()).isEqualTo(1);
		assertThat(
				this.database.sql("SELECT COUNT(*) FROM audit_entry WHERE deed = 'request.submitted' AND subject = ?")
					.param(request.reference().reference())
					.query(Long.class)
					.single())
			.isEqualTo(1);
	}

	@Test
	void somebodyElsesRequestAnswersLikeOneThatDoesNotExist() {
		RequestView request = sent(Reason.DAMAGED);
		run(request);
		RequestReference known = request.reference();
		RequestReference unknown = new RequestReference("RS-0000-0000");
		assertThat(this.requests.find(known, ANNA)).isEqualTo(this.requests.find(unknown, ANNA)).isEmpty();
		assertThat(this.requests.withdraw(known, ANNA)).isEqualTo(this.requests.withdraw(unknown, ANNA)).isFalse();
		assertThat(this.requests.showEsim(known, ANNA, now())).isEqualTo(this.requests.showEsim(unknown, ANNA, now()))
			.isInstanceOf(EsimAnswer.NotNow.class);
		assertThat(this.requests.start(ANNA, LINE)).isEmpty();
		assertThat(view(request).phase()).isEqualTo(Phase.READY);
	}

	@Test
	void theCodeNeedsASignInOfTheLastFiveMinutes() {
		RequestView request = sent(Reason.DAMAGED);
		run(request);
		Instant signedIn = now().minus(Proof.FRESH);
		assertThat(this.requests.showEsim(request.reference(), SAM, signedIn)).isInstanceOf(EsimAnswer.Shown.class);
		assertThat(this.requests.showEsim(request.reference(), SAM, signedIn.minusSeconds(1)))
			.isInstanceOf(EsimAnswer.NeedsFreshSignIn.class);
	}

	@Test
	void anSmDpThatIsDownForAnHourCostsTimeAndNothingElse() {
		down();
		RequestView request = sent(Reason.DAMAGED);
		Legs.told(this.rows, request.reference());
		Instant end = now().plus(Duration.ofHours(1));
		while (now().isBefore(end)) {
			Optional<Instant> next = this.fulfilment.run(row(request).id());
			assertThat(next).isPresent();
			assertThat(view(request).trouble()).flatMap(RequestView.Trouble::nextTry).isEqualTo(next);
			this.clock.move(Duration.between(now(), next.orElseThrow()));
		}
		assertThat(view(request).phase()).isEqualTo(Phase.PREPARING);
		healthy();
		runUntilReady(request);
		assertThat(view(request).trouble()).isEmpty();
		assertThat(this.database.sql("SELECT COUNT(*) FROM profile_order").query(Long.class).single()).isEqualTo(1);
	}

	@Test
	void aRequestTakenBackWhenReadyCancelsItsProfile() {
		RequestView request = sent(Reason.DAMAGED);
		run(request);
		assertThat(this.requests.withdraw(request.reference(), SAM)).isTrue();
		assertThat(this.requests.withdraw(request.reference(), SAM)).isFalse();
		assertThat(this.requests.showEsim(request.reference(), SAM, now())).isInstanceOf(EsimAnswer.NotNow.class);
		run(request);
		assertThat(row(request).isUndone()).isTrue();
		assertThat(this.provisioning.unusedOrder(LINE)).isEmpty();
		assertThat(this.requests.start(SAM, LINE).orElseThrow().reference()).isNotEqualTo(request.reference());
	}

	@Test
	void theThirdReplacementInThirtyDaysIsRefusedUntilTheFirstIsOldEnough() {
		Instant first = now().minus(Duration.ofDays(20));
		this.protection.recordChange(LINE, first, "RS-0000-0001");
		this.protection.recordChange(LINE, now().minus(Duration.ofDays(3)), "RS-0000-0002");
		RequestView request = answered(Reason.DAMAGED);
		assertThat(this.requests.submit(request.reference(), proof()))
			.isEqualTo(new SubmitAnswer.TooOften(first.plus(Duration.ofDays(30))));
		assertThat(view(request).phase()).isEqualTo(Phase.DRAFT);
		assertThat(view(request).fee().minor()).isEqualTo(3000);
	}

	@Test
	void theFourthRequestForALineWithinADayIsSeenByAPerson() {
		sentAndWithdrawn(3);
		RequestView fourth = sent(Reason.DAMAGED);
		assertThat(fourth.route()).contains(Route.REVIEWED);
		assertThat(row(fourth).signals()).containsExactly(Signal.MANY_FOR_LINE, Signal.WEAK_SIGN_IN);

		this.requests.withdraw(fourth.reference(), SAM);
		this.clock.move(Duration.ofDays(1));
		assertThat(sent(Reason.DAMAGED).route()).contains(Route.AUTOMATIC);
	}

	@Test
	void whereMuchSpeaksAgainstItNothingIsIssuedBeforeTheCoolingTimeIsOverThoughTwoApprove() {
		sentAndWithdrawn(5);
		this.protection.recordChange(LINE, now().minus(Duration.ofDays(3)), "RS-0000-0001");
		RequestView request = answered(Reason.LOST);
		this.requests.noteNumber(request.reference(), SAM, DocumentKind.HKID, "G123456(A)");
		Optional<Instant> tomorrow = Optional.of(now().plus(Duration.ofDays(1)));

		assertThat(this.requests.outlooks(request.reference(), proof()).get(Reason.LOST))
			.isInstanceOfSatisfying(Outlook.Open.class, open -> {
				assertThat(open.route()).isEqualTo(Route.REVIEWED);
				assertThat(open.notBefore()).isEqualTo(tomorrow);
			});

		assertThat(this.requests.submit(request.reference(), proof())).isInstanceOf(SubmitAnswer.Sent.class);

		assertThat(view(request).times().coolingUntil()).isEqualTo(tomorrow);
		for (String reviewer : List.of("kay", "hugo")) {
			assertThat(this.reviews.claim(request.reference(), reviewer)).isTrue();
			this.reviews.approve(request.reference(), reviewer, "");
		}
		assertThat(view(request).phase()).isEqualTo(Phase.COOLING);
		run(request);
		this.sweep.run();
		assertThat(view(request).phase()).as("not a second too early").isEqualTo(Phase.COOLING);
		assertThat(this.database.sql("SELECT COUNT(*) FROM audit_entry WHERE deed = 'request.reminded'")
			.query(Long.class)
			.single()).isZero();

		this.clock.move(Duration.ofHours(12));
		this.sweep.run();
		this.sweep.run();
		assertThat(this.database.sql("SELECT COUNT(*) FROM audit_entry WHERE deed = 'request.reminded'")
			.query(Long.class)
			.single()).as("reminded once").isEqualTo(1);

		this.clock.move(Duration.ofHours(12));
		this.sweep.run();
		runUntilReady(request);
	}

	private void sentAndWithdrawn(int times) {
		for (int i = 0; i < times; i++) {
			this.requests.withdraw(sent(Reason.DAMAGED).reference(), SAM);
		}
	}

	@Test
	void nothingIsAskedTwiceAndNothingIsSkipped() {
		RequestView draft = this.requests.start(SAM, LINE).orElseThrow();
		RequestReference reference = draft.reference();
		assertThat(draft.next()).isEqualTo(Question.DEVICE);
		assertThat(this.requests.submit(reference, proof())).isEqualTo(new SubmitAnswer.Incomplete(Question.DEVICE));
		answers().device(reference);
		assertThat(view(draft).next()).isEqualTo(Question.DOCUMENT);
		this.requests.chooseDocument(reference, SAM, DocumentKind.MACAU_ID);
		answers().upload(reference, Side.FRONT, SpecimenPictures.idCard());
		assertThat(view(draft).next()).as("the back is missing").isEqualTo(Question.DOCUMENT);
		this.requests.chooseDocument(reference, SAM, DocumentKind.HKID);
		this.requests.noteNumber(reference, SAM, DocumentKind.HKID, "A123456(3)");
		assertThat(view(draft).next()).isEqualTo(Question.PORTRAIT);
		answers().upload(reference, Side.PORTRAIT, SpecimenPictures.portrait());
		assertThat(view(draft).next()).isEqualTo(Question.REASON);
		this.requests.answerReason(reference, SAM, Reason.DAMAGED, false);
		assertThat(view(draft).next()).isEqualTo(Question.CHECK);
	}

	@Test
	void aDeclinedRequestTellsWhyAndFreesTheLine() {
		RequestView request = sent(Reason.LOST);
		assertThat(this.reviews.claim(request.reference(), "kay")).isTrue();
		assertThat(this.reviews.decline(request.reference(), "kay", DeclineReason.DOCUMENT_UNREADABLE,
				"The corner is cut."))
			.isEqualTo(Reviews.Decision.DONE);
		assertThat(view(request).declined())
			.contains(new RequestView.Refusal(DeclineReason.DOCUMENT_UNREADABLE, Optional.of("The corner is cut.")));
		assertThat(this.requests.start(SAM, LINE).orElseThrow().reference()).isNotEqualTo(request.reference());
	}

	@Test
	void onlyTheReviewerWhoHasTheCaseSeesThePicturesAndEveryViewLeavesARow() {
		RequestView request = sent(Reason.LOST);
		var picture = request.pictures().getFirst().id();
		assertThat(this.reviews.picture(request.reference(), picture, "kay")).isEmpty();
		this.reviews.claim(request.reference(), "kay");
		assertThat(this.reviews.claim(request.reference(), "hugo")).isFalse();
		assertThat(this.reviews.open(request.reference(), "hugo")).isEmpty();
		long before = viewsOfDocuments();
		assertThat(this.reviews.picture(request.reference(), picture, "kay")).isPresent();
		assertThat(viewsOfDocuments()).isEqualTo(before + 1);
	}

	private long viewsOfDocuments() {
		return this.database.sql("SELECT COUNT(*) FROM audit_entry WHERE deed = 'document.viewed'")
			.query(Long.class)
			.single();
	}

	private Proof proof() {
		return Proof.of(SAM, Proven.mailCode(now()));
	}

	private RequestView answered(Reason reason) {
		return this.requests.find(answers().request(reason), SAM).orElseThrow();
	}

	private Answered answers() {
		return new Answered(this.requests, this.devices);
	}

	private RequestView sent(Reason reason) {
		RequestView request = answered(reason);
		assertThat(this.requests.submit(request.reference(), proof())).isInstanceOf(SubmitAnswer.Sent.class);
		return view(request);
	}

	private RequestView view(RequestView request) {
		return this.requests.find(request.reference(), SAM).orElseThrow();
	}

	private Request row(RequestView request) {
		return this.rows.findByReference(request.reference().reference()).orElseThrow();
	}

	private void run(RequestView request) {
		if (row(request).submittedAt().isPresent()) {
			Legs.told(this.rows, request.reference());
		}
		this.fulfilment.run(row(request).id());
	}

	private void runUntilReady(RequestView request) {
		for (int i = 0; i < 10 && row(request).status() == RequestStatus.APPROVED; i++) {
			run(request);
		}
		assertThat(view(request).phase()).isEqualTo(Phase.READY);
	}

	private void down() {
		this.smdp.setFault(new Fault.Down());
	}

	private void healthy() {
		this.smdp.setFault(new Fault.None());
	}

	/** The events of the SM-DP+'s report travel on another thread. */
	private void install() {
		Legs.install(this.smdp);
		Awaitility.await().until(() -> this.requests.of(SAM).getFirst().phase() == Phase.DONE);
	}

	private boolean stopped() {
		return this.provisioning.line(LINE).orElseThrow().stopped();
	}

	private Instant now() {
		return this.clock.instant();
	}

	private static <T> List<T> atOnce(int threads, Callable<T> deed) throws Exception {
		var gate = new CountDownLatch(1);
		try (var pool = Executors.newFixedThreadPool(threads)) {
			List<Future<T>> running = new ArrayList<>();
			for (int i = 0; i < threads; i++) {
				running.add(pool.submit(() -> {
					gate.await();
					return deed.call();
				}));
			}
			gate.countDown();
			List<T> done = new ArrayList<>();
			for (Future<T> future : running) {
				done.add(future.get());
			}
			return done;
		}
	}

}
