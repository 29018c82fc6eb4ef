package app.resim.request;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import app.resim.MovingClock;
import app.resim.WholeResim;
import app.resim.account.Factor;
import app.resim.account.Origin;
import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.account.SignIn;
import app.resim.account.Strength;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Devices;
import app.resim.catalogue.Reason;
import app.resim.catalogue.Weights;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Eid;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.protection.Background;
import app.resim.protection.Fact;
import app.resim.provisioning.Provisioning;
import app.resim.protection.Signal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is known when a request is sent reaches the rules, and is kept for the reviewer.
 */
@WholeResim
class WeighedWhenSentTest {

	private static final SubscriberId SAM = new SubscriberId("demo-1001");

	private static final SubscriberId ANNA = new SubscriberId("demo-1002");

	private static final SubscriberId WEI = new SubscriberId("demo-1003");

	private static final Msisdn SAMS = new Msisdn("+85255500142");

	private static final Msisdn ANNAS = new Msisdn("+85255500176");

	private static final Msisdn WEIS = new Msisdn("+85255500108");

	private static final Eid EID = new Eid("89049032123451234512345678901235");

	@Autowired
	Requests requests;

	@Autowired
	RequestRows rows;

	@Autowired
	Weighings weighings;

	@Autowired
	Appraisal appraisal;

	@Autowired
	Prospects prospects;

	@Autowired
	RequestSweep sweep;

	@Autowired
	Reviews reviews;

	@Autowired
	Provisioning provisioning;

	@Autowired
	Devices devices;

	@Autowired
	Catalogue catalogue;

	@Autowired
	SignIn signIn;

	@Autowired
	MovingClock clock;

	@Autowired
	JdbcClient database;

	@BeforeEach
	void noRequests() {
		Leftovers.remove(this.database);
		this.clock.move(Duration.ofDays(2));
	}

	@Test
	void aFactorOlderThanFiveMinutesSendsNothing() {
		RequestReference draft = answered(SAM, SAMS, Reason.DAMAGED);
		Proof old = Proof.of(SAM, Proven.mailCode(now().minus(Proof.FRESH).minusMillis(1)));

		assertThat(this.requests.submit(draft, old)).isEqualTo(new SubmitAnswer.NeedsFreshProof());
		assertThat(row(draft).status()).isEqualTo(RequestStatus.DRAFT);

		Proof justInTime = Proof.of(SAM, Proven.mailCode(now().minus(Proof.FRESH)));
		assertThat(this.requests.submit(draft, justInTime)).isEqualTo(new SubmitAnswer.Sent());
		assertThat(this.requests.submit(draft, old)).as("a second press").isEqualTo(new SubmitAnswer.Sent());
	}

	@Test
	void nobodySendsWithTheProofOfSomebodyElse() {
		RequestReference draft = answered(SAM, SAMS, Reason.DAMAGED);

		assertThat(this.requests.submit(draft, mail(ANNA))).isEqualTo(new SubmitAnswer.Over());
		assertThat(row(draft).status()).isEqualTo(RequestStatus.DRAFT);
	}

	@Test
	void theReviewerReadsTheProofTheWeightAndWhatCouldNotBeKnown() {
		RequestReference sent = answered(SAM, SAMS, Reason.LOST);
		Proof proof = mail(SAM).and(new Proven(Factor.PASSKEY, now(), now().minus(Duration.ofDays(8))));
		assertThat(this.requests.submit(sent, proof)).isEqualTo(new SubmitAnswer.Sent());

		this.reviews.claim(sent, "kay");
		Weighed weighed = this.reviews.open(sent, "kay").orElseThrow().weighed().orElseThrow();
		assertThat(weighed.strength()).isEqualTo(Strength.PASSKEY);
		assertThat(weighed.proven()).isEqualTo(proof.factors());
		assertThat(weighed.people()).isEqualTo(1);
		assertThat(weighed.points()).isEqualTo(10);
		assertThat(weighed.signals()).containsExactly(Signal.REASON_NEEDS_PERSON);
		assertThat(row(sent).signals()).isEqualTo(weighed.signals());
		assertThat(weighed.unknown()).contains(Fact.BROWSER, Fact.REQUESTS_FROM_NETWORK, Fact.OLD_SIM)
			.doesNotContain(Fact.AGE_OF_ACCOUNT, Fact.AGE_OF_CONTACT, Fact.SIGN_IN, Fact.FAILED_SIGN_INS,
					Fact.REQUESTS_WITH_DOCUMENT, Fact.REQUESTS_FOR_LINE, Fact.REQUESTS_OF_ACCOUNT);
		assertThat(weighed.policy()).isEqualTo(this.catalogue.front().policyVersion());
		assertThat(weighed.heldUntil()).isEmpty();
	}

	@Test
	void whatGoesThroughWithoutAPersonIsWeighedAndKeptToo() {
		RequestReference sent = sent(SAM, SAMS, Reason.DAMAGED);

		assertThat(row(sent).route()).contains(Route.AUTOMATIC);
		assertThat(weighed(sent).strength()).isEqualTo(Strength.MAIL);
		assertThat(weighed(sent).people()).isZero();
		assertThat(weighed(sent).signals()).containsExactly(Signal.WEAK_SIGN_IN);
	}

	@Test
	void aDocumentThatOthersUseOnOneDayIsNoticed() {
		sent(ANNA, ANNAS, Reason.DAMAGED);
		sent(WEI, WEIS, Reason.DAMAGED);

		assertThat(weighed(sent(SAM, SAMS, Reason.DAMAGED)).signals()).contains(Signal.MANY_WITH_DOCUMENT);
	}

	@Test
	void onesOwnDocumentMayBeUsedAsOftenAsOneAsksAndYesterdaysIsForgotten() {
		for (int i = 0; i < 2; i++) {
			this.requests.withdraw(sent(SAM, SAMS, Reason.DAMAGED), SAM);
		}
		assertThat(weighed(sent(SAM, SAMS, Reason.DAMAGED)).signals()).doesNotContain(Signal.MANY_WITH_DOCUMENT);
		sent(ANNA, ANNAS, Reason.DAMAGED);

		this.clock.move(Duration.ofDays(1).plusSeconds(1));

		assertThat(weighed(sent(WEI, WEIS, Reason.DAMAGED)).signals()).doesNotContain(Signal.MANY_WITH_DOCUMENT);
		this.sweep.run();
		assertThat(
				this.database.sql("SELECT COUNT(*) FROM request_weighing WHERE document IS NOT NULL AND weighed_at < ?")
					.param(now().atOffset(java.time.ZoneOffset.UTC))
					.query(Integer.class)
					.single())
			.isZero();
	}

	@Test
	void aBrowserOfThisWeekIsANewOneAndAnOlderOneIsNot() {
		RequestReference draft = answered(SAM, SAMS, Reason.DAMAGED);
		this.requests.submit(draft, mail(SAM).from(new Origin(now().minus(Proof.SETTLING).plusSeconds(1), null)));
		assertThat(weighed(draft).signals()).contains(Signal.NEW_BROWSER);
		assertThat(weighed(draft).unknown()).contains(Fact.REQUESTS_FROM_NETWORK).doesNotContain(Fact.BROWSER);
		this.requests.withdraw(draft, SAM);

		RequestReference later = answered(SAM, SAMS, Reason.DAMAGED);
		this.requests.submit(later, mail(SAM).from(new Origin(now().minus(Proof.SETTLING), null)));
		assertThat(weighed(later).signals()).doesNotContain(Signal.NEW_BROWSER);
		this.requests.withdraw(later, SAM);
	}

	@Test
	void manyRequestsFromOneNetworkAreNoticed() {
		Origin net = new Origin(null, "0a");
		for (int other = 1; other < this.catalogue.front().protection().perDay().network(); other++) {
			strangersFrom(net);
		}
		RequestReference last = answered(SAM, SAMS, Reason.DAMAGED);
		this.requests.submit(last, mail(SAM).from(net));
		assertThat(weighed(last).signals()).doesNotContain(Signal.MANY_FROM_NETWORK);
		assertThat(weighed(last).unknown()).doesNotContain(Fact.REQUESTS_FROM_NETWORK);

		RequestReference tooMany = answered(ANNA, ANNAS, Reason.DAMAGED);
		this.requests.submit(tooMany, mail(ANNA).from(net));
		assertThat(weighed(tooMany).signals()).contains(Signal.MANY_FROM_NETWORK);
	}

	private void strangersFrom(Origin net) {
		var stranger = new RequestId(UUID.randomUUID());
		this.database.sql("""
				INSERT INTO replacement_request (id, reference, subscriber, brand, line, status, reuse_code, tries,
				  undone, created_at, saved_at, version)
				VALUES (?, ?, 'c-1', 'tidewire', '+85255500999', 'WITHDRAWN', FALSE, 0, FALSE, NOW(), NOW(), 0)""")
			.params(stranger.id(), RequestReference.draw(new SecureRandom()).reference())
			.update();
		this.weighings
			.add(stranger,
					new Weighed(now(), List.of(Proven.mailCode(now())), Strength.MAIL, 0, Optional.empty(), 0,
							List.of(), Set.of(), "0123456789abcdef"),
					Optional.empty(), Optional.ofNullable(net.network()));
	}

	@Test
	void aLostPhoneWhoseSimIsInUseIsNoticedThoughItsLineIsStoppedAtOnce() {
		this.provisioning.start(SAMS);
		this.provisioning.line(SAMS);
		this.database.sql("UPDATE simulated_line SET attached = TRUE WHERE line = ?").param(SAMS.e164()).update();
		RequestReference draft = answered(SAM, SAMS, Reason.LOST);
		assertThat(row(draft).oldSim()).isEqualTo(Background.OldSim.ATTACHED);

		this.provisioning.stop(SAMS);
		this.requests.answerReason(draft, SAM, Reason.STOLEN, false);
		this.requests.submit(draft, mail(SAM));

		assertThat(weighed(draft).signals()).contains(Signal.OLD_SIM_IN_USE);
		assertThat(weighed(draft).people()).isEqualTo(2);
		this.database.sql("UPDATE simulated_line SET attached = NULL").update();
		this.requests.withdraw(draft, SAM);
		this.provisioning.start(SAMS);
	}

	@Test
	void wrongCodesOfTheLastDayAreNoticed() {
		var round = this.signIn.begin("sam.demo@example.com", "HK", Locale.ENGLISH).challenge();
		for (String wrong : List.of("000000", "000001", "000002")) {
			this.signIn.enter(round, wrong);
		}
		RequestReference sent = sent(SAM, SAMS, Reason.DAMAGED);

		assertThat(weighed(sent).signals()).contains(Signal.FAILED_SIGN_INS);
		assertThat(weighed(sent).people()).isEqualTo(1);
		this.requests.withdraw(sent, SAM);
		this.clock.move(Duration.ofDays(1).plusSeconds(1));
		assertThat(weighed(sent(SAM, SAMS, Reason.DAMAGED)).signals()).doesNotContain(Signal.FAILED_SIGN_INS);
	}

	@Test
	void withTheStrictRoutesTheOwnerLearnsWhatMoreProofBrings() {
		RequestReference draft = answered(SAM, SAMS, Reason.DAMAGED);
		var strict = new Prospects(this.rows, this.appraisal, this.weighings, Weights.strictCatalogue(), this.clock);

		List<Prospect> prospects = strict.of(draft, mail(SAM));
		assertThat(prospects).extracting(Prospect::strength)
			.containsExactly(Strength.MAIL, Strength.MAIL_AND_RECOVERY_CODE, Strength.TWO_FACTORS);
		assertThat(prospects).extracting(Prospect::people).containsExactly(2, 1, 0);
		assertThat(prospects.getFirst().heldUntil()).contains(now().plus(Duration.ofHours(24)));
		assertThat(prospects.getLast().isAtOnce()).isTrue();
		assertThat(strict.of(draft, mail(ANNA))).as("somebody else's").isEmpty();
	}

	@Test
	void afterSendingTheOwnerReadsWhichRouteItTook() {
		RequestReference sent = sent(SAM, SAMS, Reason.LOST);

		Prospect took = this.prospects.sent(sent, SAM).orElseThrow();
		assertThat(took.strength()).isEqualTo(Strength.MAIL);
		assertThat(took.people()).isEqualTo(1);
		assertThat(this.prospects.sent(sent, ANNA)).isEmpty();
		assertThat(this.prospects.of(sent, mail(SAM))).as("a draft no more").isEmpty();
	}

	private RequestReference sent(SubscriberId who, Msisdn line, Reason reason) {
		RequestReference draft = answered(who, line, reason);
		assertThat(this.requests.submit(draft, mail(who))).isEqualTo(new SubmitAnswer.Sent());
		return draft;
	}

	private RequestReference answered(SubscriberId who, Msisdn line, Reason reason) {
		RequestReference reference = this.requests.start(who, line).orElseThrow().reference();
		this.requests.answerDevice(reference, who, this.devices.check(new DeviceQuestion.WithEid(EID)), "iPhone 15",
				DeviceFacts.Source.EID, Optional.of(EID));
		this.requests.chooseDocument(reference, who, DocumentKind.HKID);
		this.requests.noteNumber(reference, who, DocumentKind.HKID, "A123456(3)");
		PicturesOfARequest.add(this.requests, reference, who, Side.FRONT, SpecimenPictures.idCard());
		PicturesOfARequest.add(this.requests, reference, who, Side.PORTRAIT, SpecimenPictures.portrait());
		this.requests.answerReason(reference, who, reason, false);
		return reference;
	}

	private Proof mail(SubscriberId who) {
		return Proof.of(who, Proven.mailCode(now()));
	}

	private Weighed weighed(RequestReference reference) {
		return this.weighings.of(row(reference).id()).orElseThrow();
	}

	private Request row(RequestReference reference) {
		return this.rows.findByReference(reference.reference()).orElseThrow();
	}

	private Instant now() {
		return this.clock.instant();
	}

}
