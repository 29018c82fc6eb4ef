package app.resim.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import app.resim.MovingClock;
import app.resim.WholeResim;
import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.catalogue.Devices;
import app.resim.catalogue.Reason;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.provisioning.Download;
import app.resim.provisioning.Provisioning;
import app.resim.provisioning.simulated.Fault;
import app.resim.provisioning.simulated.SimulatedProfile;
import app.resim.provisioning.simulated.SimulatedSmDp;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A code that ran out or failed, and the one that comes instead. At no time are there two
 * with which the line could be had.
 */
@WholeResim
class NewCodeTest {

	private static final SubscriberId SAM = Answered.SAM;

	private static final SubscriberId ANNA = new SubscriberId("demo-1002");

	private static final Msisdn LINE = Answered.LINE;

	private static final Duration VALID = Duration.ofHours(72);

	private static final Duration WITHIN = Duration.ofDays(14);

	private static final int MOST = 3;

	@Autowired
	Requests requests;

	@Autowired
	Halts halts;

	@Autowired
	Fulfilment fulfilment;

	@Autowired
	RequestSweep sweep;

	@Autowired
	RequestRows rows;

	@Autowired
	Changes change;

	@Autowired
	Devices devices;

	@Autowired
	Provisioning provisioning;

	@Autowired
	SimulatedSmDp smdp;

	@Autowired
	MovingClock clock;

	@Autowired
	JdbcClient database;

	private RequestReference reference;

	@BeforeEach
	void aCode() {
		Leftovers.remove(this.database);
		this.provisioning.start(LINE);
		this.reference = sent();
		run();
		assertThat(view().phase()).isEqualTo(Phase.READY);
	}

	@AfterEach
	void noFault() {
		this.smdp.setFault(new Fault.None());
	}

	@Test
	void thereIsNoneWhileACodeWorks() {
		assertThat(view().trouble()).isEmpty();
		assertThat(ask()).isEqualTo(NewCodeAnswer.NOT_NOW);
	}

	@Test
	void aCodeThatRanOutIsTakenBackAndItsOwnerGetsANewOneWithoutAPerson() {
		String old = shown().matchingId();
		ranOut();
		assertThat(told("CODE_RAN_OUT")).isEqualTo(1);
		assertThat(view().hasRunOut()).isTrue();
		assertThat(view().trouble()).flatMap(RequestView.Trouble::newCodeUntil)
			.contains(view().times().decided().orElseThrow().plus(WITHIN));
		assertThat(this.requests.showEsim(this.reference, SAM, now())).isInstanceOf(EsimAnswer.NotNow.class);
		assertThat(released()).as("nobody can load it").isEmpty();
		assertThat(this.sweep).satisfies(RequestSweep::run);
		assertThat(view().phase()).as("waits for its owner").isEqualTo(Phase.READY);

		assertThat(ask()).isEqualTo(NewCodeAnswer.ON_ITS_WAY);
		assertThat(ask()).as("pressed twice").isEqualTo(NewCodeAnswer.NOT_NOW);
		assertThat(view().phase()).isEqualTo(Phase.PREPARING);
		run();

		assertThat(shown().matchingId()).isNotEqualTo(old);
		assertThat(released()).hasSize(1);
		assertThat(view().trouble()).isEmpty();
		assertThat(view().times().codeUntil()).contains(now().plus(VALID));
		assertThat(told("READY-2")).as("told of the new one as of the first").isEqualTo(1);
		Legs.install(this.smdp);
		Awaitility.await().until(() -> view().phase() == Phase.DONE);
		run();
		assertThat(row().status()).isEqualTo(RequestStatus.DONE);
	}

	@Test
	void theOldCodeIsTakenBackFirstWhereNobodyHasDoneItYet() {
		this.clock.move(VALID.plusSeconds(1));
		assertThat(ask()).isEqualTo(NewCodeAnswer.ON_ITS_WAY);
		run();
		assertThat(view().phase()).isEqualTo(Phase.READY);
		assertThat(released()).hasSize(1);
	}

	@Test
	void aServerThatIsAwayKeepsTheOldCodeAndNothingElse() {
		this.clock.move(VALID.plusSeconds(1));
		this.smdp.setFault(new Fault.Down());
		this.sweep.run();
		run();
		assertThat(row().isUndone()).isFalse();
		assertThat(ask()).isEqualTo(NewCodeAnswer.ON_ITS_WAY);
		run();
		assertThat(view().phase()).isEqualTo(Phase.PREPARING);
		this.smdp.setFault(new Fault.None());
		this.clock.move(Duration.ofMinutes(5));
		run();
		assertThat(view().phase()).isEqualTo(Phase.READY);
		assertThat(released()).hasSize(1);
	}

	@Test
	void onlyTheOwnerWithAFreshProofGetsIt() {
		ranOut();
		Instant old = now().minus(Proof.FRESH).minusSeconds(1);
		assertThat(this.requests.newCode(this.reference, SAM, old)).isEqualTo(NewCodeAnswer.NEEDS_FRESH_SIGN_IN);
		assertThat(this.requests.newCode(this.reference, ANNA, now()))
			.isEqualTo(this.requests.newCode(new RequestReference("RS-0000-0000"), ANNA, now()))
			.isEqualTo(NewCodeAnswer.NOT_NOW);
		assertThat(row().newCodes()).isZero();
	}

	@Test
	void pressedInManyTabsItIsOne() throws Exception {
		ranOut();
		var gate = new CountDownLatch(1);
		List<NewCodeAnswer> answers = new ArrayList<>();
		try (var pool = Executors.newFixedThreadPool(16)) {
			List<Future<NewCodeAnswer>> asking = new ArrayList<>();
			for (int i = 0; i < 16; i++) {
				asking.add(pool.submit(() -> {
					gate.await();
					return ask();
				}));
			}
			gate.countDown();
			for (Future<NewCodeAnswer> answer : asking) {
				answers.add(answer.get());
			}
		}
		assertThat(answers).containsOnlyOnce(NewCodeAnswer.ON_ITS_WAY);
		run();
		assertThat(this.database.sql("SELECT COUNT(*) FROM profile_order").query(Long.class).single()).isEqualTo(2);
		assertThat(released()).hasSize(1);
	}

	@Test
	void whoNeverAsksLosesNothingButTheRequest() {
		ranOut();
		this.clock.move(WITHIN.minus(VALID));
		this.sweep.run();
		assertThat(view().phase()).isEqualTo(Phase.EXPIRED);
		assertThat(row().isOver()).isTrue();
		assertThat(this.requests.start(SAM, LINE).orElseThrow().reference()).isNotEqualTo(this.reference);
	}

	@Test
	void afterTheLastOneTheRequestEnds() {
		for (int i = 0; i < MOST; i++) {
			ranOut();
			assertThat(ask()).isEqualTo(NewCodeAnswer.ON_ITS_WAY);
			run();
			assertThat(view().phase()).isEqualTo(Phase.READY);
		}
		this.clock.move(VALID.plusSeconds(1));
		assertThat(view().trouble()).flatMap(RequestView.Trouble::newCodeUntil).isEmpty();
		assertThat(ask()).isEqualTo(NewCodeAnswer.NOT_NOW);
		this.sweep.run();
		run();
		assertThat(view().phase()).isEqualTo(Phase.EXPIRED);
		assertThat(row().isOver()).isTrue();
		assertThat(released()).isEmpty();
	}

	@Test
	void aCodeThatIsLockedBeforeAPhoneLoadedItIsReplacedWithoutAPerson() {
		fail("8.8.5-6.4");
		assertThat(view().hasRunOut()).isFalse();
		assertThat(view().trouble()).flatMap(RequestView.Trouble::newCodeUntil).isPresent();
		assertThat(ask()).isEqualTo(NewCodeAnswer.ON_ITS_WAY);
		run();
		assertThat(view().trouble()).isEmpty();
		assertThat(released()).hasSize(1);
	}

	@Test
	void aPersonLooksWhereAPhoneHasLoadedTheProfile() {
		Iccid old = released().getFirst();
		fail("8.2.10-4.2");
		assertThat(ask()).isEqualTo(NewCodeAnswer.A_PERSON_LOOKS);
		assertThat(row().status()).isEqualTo(RequestStatus.STALLED);
		run();
		assertThat(row().status()).isEqualTo(RequestStatus.STALLED);
		assertThat(this.halts.of(this.reference)).map(Halt::fault).contains(NewCodes.WAS_DOWNLOADED);

		assertThat(this.halts.tryNow(this.reference, "kay")).isEqualTo(Halts.Answer.DONE);
		run();
		assertThat(view().phase()).isEqualTo(Phase.READY);
		assertThat(released()).hasSize(1).doesNotContain(old);
	}

	@Test
	void aPhoneThatIsFasterThanTheNewCodeLosesTheLineToIt() {
		Iccid old = released().getFirst();
		this.clock.move(VALID.plusSeconds(1));
		assertThat(ask()).isEqualTo(NewCodeAnswer.ON_ITS_WAY);
		assertThat(this.smdp.install(old, Optional.empty())).isInstanceOf(SimulatedSmDp.Attempt.Installed.class);
		run();
		assertThat(view().phase()).isEqualTo(Phase.READY);
		assertThat(released()).hasSize(1).doesNotContain(old);
		Legs.install(this.smdp);
		Awaitility.await().until(() -> view().phase() == Phase.DONE);
	}

	@Test
	void aStopInBetweenTakesBothBack() {
		fail("8.8.5-6.4");
		assertThat(ask()).isEqualTo(NewCodeAnswer.ON_ITS_WAY);
		this.change.to(row().id(), request -> List.of(request.pause(NoticeChannel.EMAIL, now(), now())));
		run();
		assertThat(row().isUndone()).isTrue();
		assertThat(released()).isEmpty();
		assertThat(this.requests.showEsim(this.reference, SAM, now())).isInstanceOf(EsimAnswer.NotNow.class);
	}

	@Test
	void aPhoneThatHasLoadedItIsWaitedForThoughTheTimeIsOver() {
		Iccid loaded = released().getFirst();
		this.database.sql("UPDATE profile_order SET state = 'DOWNLOADED' WHERE iccid = :iccid")
			.param("iccid", loaded.iccid())
			.update();
		this.clock.move(VALID.plusSeconds(1));
		this.sweep.run();
		run();
		assertThat(row().isUndone()).isFalse();
		assertThat(this.provisioning.download(row().order().orElseThrow())).map(Download::state)
			.contains(Download.State.DOWNLOADED);
	}

	private void ranOut() {
		this.clock.move(VALID.plusSeconds(1));
		this.sweep.run();
		run();
		assertThat(row().isUndone()).isTrue();
	}

	private int told(String kind) {
		Awaitility.await().until(() -> notices(kind) > 0);
		return notices(kind);
	}

	private int notices(String kind) {
		return this.database.sql("SELECT COUNT(*) FROM notice WHERE reference = :reference AND kind = :kind")
			.param("reference", this.reference.reference())
			.param("kind", kind)
			.query(Integer.class)
			.single();
	}

	private void fail(String code) {
		this.smdp.fail(released().getFirst(), code);
		Awaitility.await().until(() -> view().trouble().isPresent());
	}

	/** What any phone could load. */
	private List<Iccid> released() {
		return this.smdp.profiles()
			.stream()
			.filter(profile -> profile.state() == SimulatedProfile.State.RELEASED)
			.map(SimulatedProfile::iccid)
			.toList();
	}

	private EsimAnswer.Shown shown() {
		return (EsimAnswer.Shown) this.requests.showEsim(this.reference, SAM, now());
	}

	private NewCodeAnswer ask() {
		return this.requests.newCode(this.reference, SAM, now());
	}

	private RequestReference sent() {
		RequestReference begun = new Answered(this.requests, this.devices).request(Reason.DAMAGED);
		assertThat(this.requests.submit(begun, Proof.of(SAM, Proven.mailCode(now()))))
			.isInstanceOf(SubmitAnswer.Sent.class);
		return begun;
	}

	private void run() {
		Legs.told(this.rows, this.reference);
		this.fulfilment.run(row().id());
	}

	private RequestView view() {
		return this.requests.find(this.reference, SAM).orElseThrow();
	}

	private Request row() {
		return this.rows.findByReference(this.reference.reference()).orElseThrow();
	}

	private Instant now() {
		return this.clock.instant();
	}

}
