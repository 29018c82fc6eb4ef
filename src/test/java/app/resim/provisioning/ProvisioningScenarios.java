package app.resim.provisioning;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import app.resim.kernel.AuditedEvent;
import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.FakeProfileServer.Fate;
import app.resim.provisioning.FakeProfileServer.Killed;
import app.resim.provisioning.FakeProfileServer.State;
import app.resim.provisioning.OutsideCall.Question;
import app.resim.provisioning.Step.Done;
import app.resim.provisioning.Step.Later;
import app.resim.provisioning.Step.NeedsPerson;
import app.resim.provisioning.port.IccidSupply;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProgressReports.Report;
import app.resim.provisioning.port.ProgressReports.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What provisioning promises, whatever the database.
 */
abstract class ProvisioningScenarios {

	private static final Done DONE = new Done();

	private DataSource database;

	private Bench bench;

	abstract DataSource database();

	@BeforeEach
	void bench() {
		this.database = database();
		Bench.empty(this.database);
		this.bench = Bench.withPool(this.database);
	}

	private Provisioning provisioning() {
		return this.bench.provisioning;
	}

	@Nested
	class WhenAllGoesWell {

		@Test
		void aLineMovesToANewEsim() {
			OrderId id = bench.installed();

			assertThat(provisioning().endOldSim(id)).isEqualTo(DONE);
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(bench.iccid(id));
			assertThat(bench.server.functions()).containsExactly("downloadOrder", "confirmOrder");
			assertThat(bench.events(ProfileInstalled.class)).containsExactly(new ProfileInstalled(id, bench.now()));
		}

		@Test
		void theCodeIsWhatTheServerGave() {
			OrderId id = bench.released();

			Download download = provisioning().download(id).orElseThrow();
			String matchingId = bench.profile(id).matchingId;
			assertThat(matchingId).matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}");
			assertThat(download).isEqualTo(new Download("LPA:1$rsp.example.com$" + matchingId, "rsp.example.com",
					matchingId, Optional.empty(), Bench.EID, bench.now().plus(Bench.USABLE), Download.State.WAITING));
			assertThat(download).asString().doesNotContain(matchingId);
		}

		@Test
		void whatWasAskedAndAnsweredIsKept() {
			OrderId id = bench.released();

			assertThat(provisioning().calls(id)).extracting(OutsideCall::question)
				.containsExactly(Question.CONFIRM, Question.ATTACH, Question.ORDER);
			assertThat(provisioning().calls(id)).extracting(OutsideCall::answer)
				.containsOnly(Optional.of(new OutsideCall.Answer(bench.now(), "done")));
			assertThat(provisioning().calls(bench.fresh())).isEmpty();
		}

		@Test
		void thereIsNoCodeBeforeReleaseNorForAnUnknownOrder() {
			assertThat(provisioning().download(bench.attached())).isEmpty();
			assertThat(provisioning().download(bench.fresh())).isEmpty();
		}

		@Test
		void theOldSimServesUntilItIsEnded() {
			OrderId id = bench.installed();
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD, bench.iccid(id));
		}

		@Test
		void aConfirmationCodeIsSetAndFlaggedWhereTheOperatorWantsOne() {
			bench = Bench.withConfirmationCodes(database);
			OrderId id = bench.released();

			Download download = provisioning().download(id).orElseThrow();
			assertThat(download.confirmationCode()).hasValueSatisfying(
					code -> assertThat(code).matches("[0-9]{6}").isEqualTo(bench.profile(id).confirmationCode));
			assertThat(download.activationCode()).endsWith("$$1");
		}

		@Test
		void everyStepMayBeRepeatedAndNothingIsCalledTwice() {
			OrderId id = bench.installed();
			assertThat(provisioning().endOldSim(id)).isEqualTo(DONE);
			int calls = bench.server.calls.size();

			assertThat(bench.order(id)).isEqualTo(DONE);
			assertThat(provisioning().attach(id)).isEqualTo(DONE);
			assertThat(provisioning().release(id)).isEqualTo(DONE);
			assertThat(provisioning().endOldSim(id)).isEqualTo(DONE);
			assertThat(bench.server.calls).hasSize(calls);
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(bench.iccid(id));
		}

		@Test
		void everyCallHasAnIdOfItsOwnThatWasStoredBefore() {
			OrderId id = bench.fresh();
			bench.server.meanwhile = () -> assertThat(
					bench.database.sql("SELECT call_id FROM profile_order WHERE id = :id")
						.param("id", id.order())
						.query(String.class)
						.single())
				.isEqualTo(bench.server.calls.getLast().split(" ")[1]);
			bench.order(id);
			provisioning().attach(id);
			provisioning().release(id);
			assertThat(bench.server.calls).hasSize(2).doesNotHaveDuplicates();
		}

		@Test
		void everyMoveIsAuditedWithoutAnybodysNumber() {
			OrderId id = bench.installed();
			List<AuditedEvent> audited = bench.events(AuditedEvent.class);
			assertThat(audited).extracting(AuditedEvent::deed)
				.containsExactly("profile.ordered", "profile.attached", "profile.released", "profile.installed");
			assertThat(audited).allSatisfy(event -> {
				assertThat(event.subject()).isEqualTo(id.order().toString());
				assertThat(event.toString()).doesNotContain("89852").doesNotContain("55500142").doesNotContain("89049");
			});
		}

		@Test
		void whatIsSecretIsSealedInTheDatabase() {
			OrderId id = bench.released();
			String matchingId = bench.profile(id).matchingId;
			byte[] sealed = bench.database.sql("SELECT secrets FROM profile_order WHERE id = :id")
				.param("id", id.order())
				.query(byte[].class)
				.single();
			assertThat(new String(Objects.requireNonNull(sealed), StandardCharsets.ISO_8859_1))
				.doesNotContain(matchingId);
		}

		@Test
		void stepsOutOfTurnNeedAPersonAndCallNobody() {
			OrderId unknown = bench.fresh();
			assertThat(provisioning().attach(unknown)).isEqualTo(new NeedsPerson("provisioning.no-such-order"));
			assertThat(provisioning().release(unknown)).isEqualTo(new NeedsPerson("provisioning.no-such-order"));
			assertThat(provisioning().endOldSim(unknown)).isEqualTo(new NeedsPerson("provisioning.no-such-order"));
			OrderId ordered = bench.ordered();
			assertThat(provisioning().release(ordered)).isEqualTo(new NeedsPerson("provisioning.not-attached"));
			assertThat(provisioning().endOldSim(ordered)).isEqualTo(new NeedsPerson("provisioning.not-installed"));
			assertThat(bench.server.functions()).containsExactly("downloadOrder");
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD);
		}

		@Test
		void outerSystemsAreNotCalledInsideATransaction() {
			var transaction = new TransactionTemplate(new JdbcTransactionManager(database));
			OrderId id = bench.fresh();
			assertThatIllegalStateException()
				.isThrownBy(() -> transaction.executeWithoutResult(status -> bench.order(id)));
			assertThat(bench.server.calls).isEmpty();
		}

	}

	@Nested
	class WhenTheServerRefuses {

		@ParameterizedTest
		@ValueSource(strings = { "8.2.5-3.7", "8.2.5-3.9", "8.2.5-1.2", "8.2.5-3.8", "8.2.1-3.9", "8.2.1-1.2",
				"http-400", "no-code", "9.9-9.9" })
		void anOrderThatWillNotPassByItselfNeedsAPersonAndCanBeTriedAgain(String code) {
			OrderId id = bench.fresh();
			bench.server.refuseNext(code);
			assertThat(bench.order(id)).isEqualTo(new NeedsPerson("es2plus." + code));
			assertThat(bench.order(id)).isEqualTo(DONE);
			assertThat(bench.server.count(State.ORDERED)).isOne();
		}

		@Test
		void anIccidThatSomebodyElseHasIsPassedOverForGood() {
			Iccid first = bench.pool.getFirst().iccid();
			bench.server.profile(first).state = State.RELEASED;
			OrderId id = bench.ordered();
			assertThat(bench.iccid(id)).isNotEqualTo(first);
			assertThat(bench.iccid(bench.ordered())).isNotEqualTo(first);
			assertThat(bench.server.functions()).hasSize(3);
		}

		@Test
		void anEmptyPoolNeedsAPersonUntilItIsFilled() {
			var profiles = List.copyOf(bench.pool);
			bench.pool.clear();
			OrderId id = bench.fresh();
			assertThat(bench.order(id)).isEqualTo(new NeedsPerson("provisioning.pool-empty"));
			assertThat(bench.server.calls).isEmpty();
			bench.pool.addAll(profiles);
			assertThat(bench.order(id)).isEqualTo(DONE);
		}

		@Test
		void theProfileTypeOfThePoolIsRespected() {
			var other = bench.pool.removeFirst().iccid();
			bench.pool.addFirst(new IccidSupply.Stocked(other, Optional.of("another-type")));
			assertThat(bench.iccid(bench.ordered())).isNotEqualTo(other);
		}

		@ParameterizedTest
		@ValueSource(strings = { "8.1.1-2.2", "8.1.1-3.10", "8.2.1-3.9", "http-404" })
		void aConfirmationThatWillNotPassNeedsAPersonAndCanBeTriedAgain(String code) {
			OrderId id = bench.attached();
			bench.server.refuseNext(code);
			assertThat(provisioning().release(id)).isEqualTo(new NeedsPerson("es2plus." + code));
			assertThat(provisioning().download(id)).isEmpty();
			assertThat(provisioning().release(id)).isEqualTo(DONE);
		}

		@ParameterizedTest
		@ValueSource(strings = { "8.9-5.1", "8.9-4.2", "http-429" })
		void aDiscoveryServiceThatIsDownPasses(String code) {
			OrderId id = bench.attached();
			bench.server.refuseNext(code);
			assertThat(provisioning().release(id)).isEqualTo(new Later("es2plus." + code));
			assertThat(provisioning().release(id)).isEqualTo(DONE);
		}

		@Test
		void aMatchingIdThatIsTakenIsDrawnAnew() {
			OrderId id = bench.attached();
			bench.server.refuseNext("8.2.6-3.3");
			assertThat(provisioning().release(id)).isEqualTo(DONE);
			assertThat(bench.server.functions()).containsExactly("downloadOrder", "confirmOrder", "confirmOrder");
		}

		@Test
		void anAnswerThatDiffersFromWhatWasSentHoldsTheOrderForGood() {
			bench.server.echoes = false;
			OrderId id = bench.attached();
			assertThat(provisioning().release(id)).isEqualTo(new NeedsPerson("es2plus.echo-differs"));
			bench.server.echoes = true;
			assertThat(provisioning().release(id)).isEqualTo(new NeedsPerson("es2plus.echo-differs"));
			assertThat(provisioning().download(id)).isEmpty();
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
		}

		@Test
		void aProfileThatAnotherLiveOrderHoldsIsNotGivenToASecondLine() {
			bench = Bench.withoutPool(database);
			OrderId first = bench.ordered();
			bench.profile(first).state = State.AVAILABLE;
			bench.server.refusals.add(() -> new Outcome.Done<>(bench.iccid(first)));
			OrderId second = bench.fresh();
			assertThat(bench.order(second)).isEqualTo(new NeedsPerson("es2plus.iccid-taken"));
			assertThat(bench.order(second)).isEqualTo(new NeedsPerson("es2plus.iccid-taken"));
			assertThat(provisioning().cancel(second, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.state(first)).isEqualTo("ORDERED");
		}

		@Test
		void aServerThatGivesAnotherProfileThanTheOrderedOneHoldsTheOrder() {
			bench.server.refusals.add(() -> new Outcome.Done<>(new Iccid("8985200999999999999")));
			assertThat(bench.order(bench.fresh())).isEqualTo(new NeedsPerson("es2plus.iccid-differs"));
		}

		@ParameterizedTest
		@CsvSource(delimiter = '|', textBlock = """
				May not use 8985200000000000010F for LPA:1$rsp.example.com$ABC-DEF | May not use … for …
				MatchingID 04386-AGYFT-A74Y8-3F815 of +852 5550 0142 is in use     | MatchingID … of … is in use
				code 1$rsp.example.com$X, EID 89049032123451234512345678901235     | code … EID …
				No profile left, see ticket 12345                                  | No profile left, see ticket 12345
				""")
		void theServersWordsAreKeptForOperatorsWithoutNumbersAndCodes(String said, String kept) {
			OrderId id = bench.fresh();
			bench.server.refusals.add(() -> new Outcome.Refused<>("8.2.5-1.2", said));
			bench.order(id);
			assertThat(bench.database.sql("SELECT fault_text FROM profile_order").query(String.class).single())
				.isEqualTo(kept);
		}

	}

	@Nested
	class WhenNobodyKnowsTheOutcome {

		@ParameterizedTest
		@EnumSource(value = Fate.class, names = { "ANSWER_LOST", "REQUEST_LOST", "UNREACHABLE", "EXPIRED" })
		void anOrderThatNamesItsProfileIsRepeatedAndTakesOne(Fate fate) {
			bench.server.next(fate);
			OrderId id = bench.fresh();
			assertThat(bench.order(id)).isInstanceOf(Later.class);
			assertThat(bench.order(id)).isEqualTo(DONE);
			assertThat(bench.server.count(State.ORDERED)).isOne();
		}

		@Test
		void whatWasAskedIsKeptWithWhatWentWrongAndNotWithoutEnd() {
			OrderId id = bench.fresh();
			bench.server.next(Fate.REQUEST_LOST, Fate.UNREACHABLE);
			bench.order(id);
			bench.order(id);
			assertThat(provisioning().calls(id)).extracting(call -> call.answer().orElseThrow().word())
				.containsExactly("unreachable", "unknown timeout");

			for (int i = 0; i < 60; i++) {
				bench.server.next(Fate.UNREACHABLE);
				bench.order(id);
			}
			assertThat(provisioning().calls(id)).hasSize(50);
		}

		@Test
		void aKillLeavesAQuestionWithoutAnAnswer() {
			OrderId id = bench.fresh();
			bench.server.next(Fate.BOOM_AFTER);
			assertThatExceptionOfType(Killed.class).isThrownBy(() -> bench.order(id));
			assertThat(provisioning().calls(id)).extracting(OutsideCall::answer).containsExactly(Optional.empty());
		}

		@Test
		void doubtOutlivesAServerThatIsDownMeanwhile() {
			bench.server.next(Fate.ANSWER_LOST, Fate.UNREACHABLE, Fate.EXPIRED);
			OrderId id = bench.fresh();
			assertThat(bench.order(id)).isEqualTo(new Later("es2plus.unknown"));
			assertThat(bench.order(id)).isEqualTo(new Later("es2plus.unreachable"));
			assertThat(bench.order(id)).isEqualTo(new Later("es2plus.expired"));
			assertThat(bench.order(id)).isEqualTo(DONE);
			assertThat(bench.server.count(State.ORDERED)).isOne();
		}

		@ParameterizedTest
		@EnumSource(value = Fate.class, names = { "ANSWER_LOST", "REQUEST_LOST" })
		void anOrderByTypeIsNeverRepeated(Fate fate) {
			bench = Bench.withoutPool(database);
			bench.server.next(fate);
			OrderId id = bench.fresh();
			assertThat(bench.order(id)).isEqualTo(new NeedsPerson("es2plus.unknown"));
			bench.clock.move(Bench.A_WHILE);
			assertThat(bench.order(id)).isEqualTo(new NeedsPerson("es2plus.unknown"));
			assertThat(bench.server.calls).hasSize(1);
		}

		@Test
		void anOrderByTypeThatSurelyDidNotHappenIsRepeated() {
			bench = Bench.withoutPool(database);
			bench.server.next(Fate.UNREACHABLE, Fate.EXPIRED);
			OrderId id = bench.fresh();
			assertThat(bench.order(id)).isEqualTo(new Later("es2plus.unreachable"));
			assertThat(bench.order(id)).isEqualTo(new Later("es2plus.expired"));
			assertThat(bench.order(id)).isEqualTo(DONE);
		}

		@Test
		void aPersonWhoFoundTheProfileSettlesTheOrder() {
			bench = Bench.withoutPool(database);
			bench.server.next(Fate.ANSWER_LOST);
			OrderId id = bench.fresh();
			bench.order(id);
			Iccid found = bench.server.profiles.keySet().iterator().next();
			assertThat(provisioning().settle(id, Optional.of(found))).isEqualTo(DONE);
			assertThat(provisioning().attach(id)).isEqualTo(DONE);
			assertThat(provisioning().release(id)).isEqualTo(DONE);
			assertThat(bench.iccid(id)).isEqualTo(found);
		}

		@Test
		void aPersonWhoFoundNothingLetsItBeOrderedAgain() {
			bench = Bench.withoutPool(database);
			bench.server.next(Fate.REQUEST_LOST);
			OrderId id = bench.fresh();
			bench.order(id);
			assertThat(provisioning().settle(id, Optional.empty())).isEqualTo(DONE);
			assertThat(bench.order(id)).isEqualTo(DONE);
			assertThat(provisioning().settle(id, Optional.of(Bench.OLD))).isEqualTo(DONE);
			assertThat(bench.iccid(id)).isNotEqualTo(Bench.OLD);
		}

		@Test
		void anOrderUnderWayIsNotSettledOverItsHead() {
			bench = Bench.withoutPool(database);
			bench.server.next(Fate.BOOM_AFTER);
			OrderId id = bench.fresh();
			assertThatExceptionOfType(Killed.class).isThrownBy(() -> bench.order(id));
			assertThat(provisioning().settle(id, Optional.empty())).isEqualTo(new Later("provisioning.busy"));
		}

		@Test
		void aConfirmationWhoseAnswerWasLostIsProved() {
			OrderId id = bench.attached();
			bench.server.next(Fate.ANSWER_LOST);
			assertThat(provisioning().release(id)).isEqualTo(new Later("es2plus.unknown"));
			assertThat(provisioning().download(id)).isEmpty();
			assertThat(provisioning().release(id)).isEqualTo(DONE);
			assertThat(bench.server.functions()).endsWith("confirmOrder", "confirmOrder", "releaseProfile");
			assertThat(provisioning().download(id).orElseThrow().matchingId()).isEqualTo(bench.profile(id).matchingId);
			assertThat(provisioning().download(id).orElseThrow().boundTo()).isEqualTo(Bench.EID);
		}

		@Test
		void aConfirmationThatNeverArrivedIsRepeated() {
			OrderId id = bench.attached();
			bench.server.next(Fate.REQUEST_LOST);
			assertThat(provisioning().release(id)).isEqualTo(new Later("es2plus.unknown"));
			assertThat(provisioning().release(id)).isEqualTo(DONE);
		}

		@Test
		void theProofIsRepeatedUntilItAnswers() {
			OrderId id = bench.attached();
			bench.server.next(Fate.ANSWER_LOST, Fate.NORMAL, Fate.REQUEST_LOST, Fate.UNREACHABLE);
			assertThat(provisioning().release(id)).isInstanceOf(Later.class);
			assertThat(provisioning().release(id)).isEqualTo(new Later("es2plus.unknown"));
			assertThat(provisioning().release(id)).isEqualTo(new Later("es2plus.unreachable"));
			assertThat(provisioning().release(id)).isEqualTo(DONE);
			assertThat(bench.server.functions()).containsOnlyOnce("downloadOrder");
		}

		@Test
		void aCodeThatTheServerMadeAndThatWasLostHoldsTheOrder() {
			bench.server.acceptsMatchingId = false;
			OrderId id = bench.attached();
			bench.server.next(Fate.ANSWER_LOST);
			assertThat(provisioning().release(id)).isEqualTo(new Later("es2plus.unknown"));
			assertThat(provisioning().release(id)).isEqualTo(new NeedsPerson("es2plus.code-lost"));
			assertThat(provisioning().release(id)).isEqualTo(new NeedsPerson("es2plus.code-lost"));
			assertThat(provisioning().download(id)).isEmpty();
		}

		@Test
		void aRefusalOfTheFirstConfirmationProvesNothing() {
			OrderId id = bench.attached();
			bench.server.refuseNext("8.2.1-3.3");
			assertThat(provisioning().release(id)).isEqualTo(new NeedsPerson("es2plus.8.2.1-3.3"));
			assertThat(bench.server.functions()).doesNotContain("releaseProfile");
		}

	}

	@Nested
	class WhenTheProcessIsKilled {

		@Test
		void anOrderKilledBeforeOrAfterTheCallIsBusyForAWhileAndThenGoesOn() {
			for (Fate kill : List.of(Fate.BOOM_BEFORE, Fate.BOOM_AFTER)) {
				bench.server.next(kill);
				OrderId id = bench.fresh();
				assertThatExceptionOfType(Killed.class).isThrownBy(() -> bench.order(id));
				assertThat(bench.order(id)).isEqualTo(new Later("provisioning.busy"));
				bench.clock.move(Bench.A_WHILE);
				assertThat(bench.order(id)).isEqualTo(DONE);
			}
			assertThat(bench.server.count(State.ORDERED)).isEqualTo(2);
		}

		@Test
		void anOrderByTypeKilledInTheMiddleIsNotRepeated() {
			bench = Bench.withoutPool(database);
			bench.server.next(Fate.BOOM_AFTER);
			OrderId id = bench.fresh();
			assertThatExceptionOfType(Killed.class).isThrownBy(() -> bench.order(id));
			bench.clock.move(Bench.A_WHILE);
			assertThat(bench.order(id)).isEqualTo(new NeedsPerson("es2plus.unknown"));
			assertThat(bench.server.calls).hasSize(1);
		}

		@Test
		void theOldSimIsRememberedEvenIfTheNetworkNamesOnlyTheNewOneAfterwards() {
			OrderId id = bench.ordered();
			bench.register.fates.add(Fate.BOOM_AFTER);
			assertThatExceptionOfType(Killed.class).isThrownBy(() -> provisioning().attach(id));
			bench.register.sims.get(Bench.LINE).addFirst(bench.iccid(id));
			bench.clock.move(Bench.A_WHILE);
			assertThat(provisioning().attach(id)).isEqualTo(DONE);
			assertThat(provisioning().release(id)).isEqualTo(DONE);
			bench.report(id, Report.INSTALLATION, Result.SUCCESS, "");
			assertThat(provisioning().endOldSim(id)).isEqualTo(DONE);
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(bench.iccid(id));
		}

		@Test
		void anAnswerThatComesTooLateChangesNothing() {
			OrderId id = bench.attached();
			bench.server.meanwhile = () -> {
				bench.server.meanwhile = () -> {
				};
				bench.clock.move(Bench.A_WHILE);
				assertThat(provisioning().release(id)).isEqualTo(DONE);
			};
			assertThat(provisioning().release(id)).isEqualTo(DONE);
			assertThat(provisioning().download(id).orElseThrow().matchingId()).isEqualTo(bench.profile(id).matchingId);
			assertThat(bench.events(AuditedEvent.class)).extracting(AuditedEvent::deed)
				.containsOnlyOnce("profile.released");
		}

	}

	@Nested
	class WhenManyComeAtOnce {

		@Test
		void oneOrderIsPlacedOnceHoweverManyCallersThereAre() throws Exception {
			OrderId id = bench.fresh();
			atOnce(() -> {
				bench.order(id);
				provisioning().attach(id);
				provisioning().release(id);
			});
			untilDone(id);
			assertThat(bench.server.functions()).containsExactly("downloadOrder", "confirmOrder");
			assertThat(bench.server.count(State.RELEASED)).isOne();
		}

		@Test
		void manyOrdersTakeEachAProfileOfTheirOwn() throws Exception {
			atOnce(() -> bench.released());
			assertThat(bench.server.count(State.RELEASED)).isEqualTo(8);
		}

		@Test
		void theSameReportFromManySidesIsOneEvent() throws Exception {
			OrderId id = bench.released();
			atOnce(() -> bench.report(id, Report.INSTALLATION, Result.SUCCESS, ""));
			assertThat(bench.events(ProfileInstalled.class)).hasSize(1);
		}

		@Test
		void cancellingWhileReleasingLeavesNoCodeBehind() throws Exception {
			for (int i = 0; i < 5; i++) {
				OrderId id = bench.attached();
				atOnce(() -> {
					provisioning().release(id);
					provisioning().cancel(id, Bench.LINE);
				});
				while (!(provisioning().cancel(id, Bench.LINE) instanceof Done)) {
					bench.clock.move(Bench.A_WHILE);
				}
				assertThat(provisioning().download(id)).isEmpty();
				assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD);
			}
			assertThat(bench.server.count(State.RELEASED, State.ORDERED)).isZero();
		}

		private void untilDone(OrderId id) {
			while (!(provisioning().release(id) instanceof Done)) {
				bench.order(id);
				provisioning().attach(id);
			}
		}

		private void atOnce(Runnable deed) throws Exception {
			Callable<Void> call = () -> {
				deed.run();
				return null;
			};
			try (var threads = Executors.newFixedThreadPool(8)) {
				for (var result : threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> call).toList())) {
					result.get();
				}
			}
		}

	}

	@Nested
	class WhenAnOrderIsTakenBack {

		@Test
		void anUnknownOrderIsDone() {
			assertThat(provisioning().cancel(bench.fresh(), Bench.LINE)).isEqualTo(DONE);
		}

		@Test
		void whoeverWasAboutToPlaceItComesTooLate() {
			OrderId id = bench.fresh();
			long before = bench.server.count(State.AVAILABLE);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);

			assertThat(bench.order(id)).isEqualTo(new NeedsPerson("provisioning.cancelled"));
			assertThat(provisioning().attach(id)).isEqualTo(new NeedsPerson("provisioning.cancelled"));
			assertThat(provisioning().release(id)).isEqualTo(new NeedsPerson("provisioning.cancelled"));
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.server.count(State.AVAILABLE)).isEqualTo(before);
		}

		@Test
		void anOrderThatIsKnownIsTakenBackAsEver() {
			OrderId id = bench.attached();
			Iccid iccid = bench.iccid(id);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.server.profile(iccid).state).isEqualTo(State.AVAILABLE);
		}

		@Test
		void beforeReleaseTheProfileIsAvailableAgainAndTheIccidReturnsToThePool() {
			OrderId id = bench.attached();
			Iccid iccid = bench.iccid(id);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.server.profile(iccid).state).isEqualTo(State.AVAILABLE);
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD);
			assertThat(bench.iccid(bench.ordered())).isEqualTo(iccid);
		}

		@Test
		void afterReleaseTheProfileIsLostAndTheCodeIsGone() {
			OrderId id = bench.released();
			Iccid iccid = bench.iccid(id);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.server.profile(iccid).state).isEqualTo(State.UNAVAILABLE);
			assertThat(provisioning().download(id)).isEmpty();
			assertThat(provisioning().unusedOrder(Bench.LINE)).isEmpty();
			assertThat(bench.iccid(bench.ordered())).isNotEqualTo(iccid);
		}

		@Test
		void aDownloadedProfileIsBlockedInTheNetwork() {
			OrderId id = bench.released();
			bench.profile(id).state = State.DOWNLOADED;
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD);
		}

		@Test
		void theNetworkIsAskedFirstSoThatAServerThatIsDownDoesNotKeepAThiefConnected() {
			OrderId id = bench.released();
			bench.server.next(Fate.UNREACHABLE);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(new Later("es2plus.unreachable"));
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD);
			assertThat(provisioning().download(id)).isEmpty();
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
		}

		@Test
		void aNetworkThatIsDownKeepsTheOrderBeingTakenBack() {
			OrderId id = bench.released();
			bench.register.reachable = false;
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(new Later("network.unreachable"));
			assertThat(provisioning().download(id)).isEmpty();
			bench.register.reachable = true;
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
		}

		@Test
		void aLostAnswerIsRecognisedAtTheRepeat() {
			OrderId id = bench.released();
			bench.server.next(Fate.ANSWER_LOST);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(new Later("es2plus.unknown"));
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
		}

		@Test
		void aServerThatNeverAnswersIsLeftToAPersonWhileTheNetworkHasDecided() {
			OrderId id = bench.released();
			bench.server.next(IntStream.range(0, 6).mapToObj(i -> Fate.REQUEST_LOST).toArray(Fate[]::new));
			for (int i = 0; i < 4; i++) {
				assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(new Later("es2plus.unknown"));
			}
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(new NeedsPerson("es2plus.unknown"));
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD);
			assertThat(bench.state(id)).isEqualTo("CANCELLING");
		}

		@ParameterizedTest
		@ValueSource(strings = { "http-404", "8.2.6-3.10", "8.2.1-3.10", "8.2.1-3.9" })
		void aServerThatWillNotTakeAReleasedOrderBackLeavesItToAPerson(String code) {
			OrderId id = bench.released();
			bench.server.refuseNext(code);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(new NeedsPerson("es2plus." + code));
			assertThat(bench.state(id)).isEqualTo("CANCELLING");
			assertThat(provisioning().download(id)).isEmpty();
		}

		@Test
		void anOrderThatWasNeverConfirmedIsClosedWhateverTheServerSays() {
			OrderId id = bench.attached();
			bench.server.refuseNext("http-404");
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.state(id)).isEqualTo("CANCELLED");
			assertThat(bench.database.sql("SELECT fault FROM profile_order").query(String.class).single())
				.isEqualTo("es2plus.http-404");
		}

		@Test
		void aProfileOfTheServersOwnIsNotCancelledTwiceBecauseItMayBeSomebodyElsesByThen() {
			bench = Bench.withoutPool(database);
			OrderId id = bench.ordered();
			bench.server.next(Fate.ANSWER_LOST);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.server.functions()).containsExactly("downloadOrder", "cancelOrder");
		}

		@Test
		void anOrderThatWasNeverSentReturnsItsIccid() {
			bench.server.next(Fate.UNREACHABLE);
			OrderId id = bench.fresh();
			bench.order(id);
			Iccid iccid = bench.iccid(id);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.server.functions()).containsExactly("downloadOrder");
			assertThat(bench.iccid(bench.ordered())).isEqualTo(iccid);
		}

		@ParameterizedTest
		@CsvSource({ "true,ANSWER_LOST", "true,REQUEST_LOST", "false,ANSWER_LOST", "false,REQUEST_LOST" })
		void anOrderWithAnUnknownOutcomeCanBeTakenBack(boolean pool, Fate fate) {
			bench = pool ? bench : Bench.withoutPool(database);
			bench.server.next(fate);
			OrderId id = bench.fresh();
			bench.order(id);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.state(id)).isEqualTo("CANCELLED");
			assertThat(bench.order(id)).isEqualTo(new NeedsPerson("provisioning.cancelled"));
		}

		@Test
		void aCancelledOrderGoesNoStepFurther() {
			OrderId id = bench.attached();
			provisioning().cancel(id, Bench.LINE);
			int calls = bench.server.calls.size();
			var cancelled = new NeedsPerson("provisioning.cancelled");
			assertThat(bench.order(id)).isEqualTo(cancelled);
			assertThat(provisioning().attach(id)).isEqualTo(cancelled);
			assertThat(provisioning().release(id)).isEqualTo(cancelled);
			assertThat(provisioning().endOldSim(id)).isInstanceOf(NeedsPerson.class);
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.server.calls).hasSize(calls);
		}

		@Test
		void anInstalledProfileCanBeTakenBackUntilTheOldSimIsEnded() {
			OrderId stolen = bench.installed();
			bench.profile(stolen).state = State.DOWNLOADED;
			assertThat(provisioning().cancel(stolen, Bench.LINE)).isEqualTo(DONE);
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD);

			OrderId id = bench.installed();
			bench.register.fates.add(Fate.BOOM_BEFORE);
			assertThatExceptionOfType(Killed.class).isThrownBy(() -> provisioning().endOldSim(id));
			assertThat(provisioning().cancel(id, Bench.LINE)).isEqualTo(new NeedsPerson("provisioning.old-sim-ended"));
			assertThat(provisioning().endOldSim(id)).isEqualTo(DONE);
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(bench.iccid(id));
		}

		@Test
		void theOldSimOfACancelledOrderIsNotEnded() {
			OrderId id = bench.installed();
			bench.profile(id).state = State.DOWNLOADED;
			provisioning().cancel(id, Bench.LINE);
			assertThat(provisioning().endOldSim(id)).isEqualTo(new NeedsPerson("provisioning.not-installed"));
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD);
		}

	}

	@Nested
	class WhenThePhoneReports {

		@Test
		void onlyPointFourWithPlainSuccessMeansInstalled() {
			OrderId id = bench.released();
			bench.report(id, 1, Result.SUCCESS, "");
			bench.report(id, 2, Result.SUCCESS, "");
			bench.report(id, 100, Result.SUCCESS, "");
			bench.report(id, 4, Result.WARNING, "");
			assertThat(download(id)).isEqualTo(Download.State.WAITING);
			bench.report(id, 3, Result.SUCCESS, "");
			assertThat(download(id)).isEqualTo(Download.State.DOWNLOADED);
			assertThat(bench.events(ProfileInstalled.class)).isEmpty();
			bench.report(id, 4, Result.SUCCESS, "");
			assertThat(download(id)).isEqualTo(Download.State.INSTALLED);
			assertThat(bench.events(ProfileInstalled.class)).hasSize(1);
		}

		@Test
		void anOrderThatIsOverIsErasedAndALiveOneIsNot() {
			OrderId id = bench.released();
			provisioning().erase(id);
			assertThat(provisioning().download(id)).as("it may still be installed").isPresent();
			bench.report(id, 4, Result.SUCCESS, "");

			provisioning().erase(id);
			provisioning().erase(id);

			assertThat(provisioning().download(id)).isEmpty();
			assertThat(bench.database.sql("SELECT COUNT(*) FROM profile_order WHERE secrets IS NULL AND eid IS NULL")
				.query(Integer.class)
				.single()).isOne();
			assertThat(provisioning().particulars(id).facts()).containsEntry("state", "INSTALLED")
				.containsKeys("iccid", "reports")
				.doesNotContainKey("eid");
			bench.report(id, 4, Result.SUCCESS, "", "another stamp");
			assertThat(bench.state(id)).isEqualTo("INSTALLED");
		}

		@Test
		void repeatsAndLateReportsChangeNothing() {
			OrderId id = bench.released();
			bench.report(id, 4, Result.SUCCESS, "");
			bench.report(id, 4, Result.SUCCESS, "");
			bench.report(id, 4, Result.SUCCESS, "", "another stamp");
			bench.report(id, 3, Result.SUCCESS, "");
			bench.report(id, 4, Result.FAILED, "8.2.10-4.2");
			assertThat(download(id)).isEqualTo(Download.State.INSTALLED);
			assertThat(bench.events(ProfileInstalled.class)).hasSize(1);
			assertThat(bench.events(DownloadFailed.class)).isEmpty();
		}

		@ParameterizedTest
		@CsvSource({ "2,8.8.5-3.8", "4,8.2.8-1.2", "4,8.2.9-3.11", "4,8.2.10-4.2", "1,8.8.5-6.4", "2,8.2.7-6.4" })
		void aFailureIsToldWithItsCodeAndTheSamePhoneMayTryAgain(int point, String code) {
			OrderId id = bench.released();
			bench.report(id, point, Result.FAILED, code);
			assertThat(download(id)).isEqualTo(Download.State.FAILED);
			assertThat(bench.events(DownloadFailed.class)).containsExactly(new DownloadFailed(id, code, bench.now()));
			bench.report(id, 3, Result.SUCCESS, "");
			assertThat(download(id)).isEqualTo(Download.State.FAILED);
			bench.report(id, 4, Result.SUCCESS, "");
			assertThat(download(id)).isEqualTo(Download.State.INSTALLED);
		}

		@Test
		void theSameFailureIsToldOnceAndANewOneAgain() {
			OrderId id = bench.released();
			bench.report(id, 4, Result.FAILED, "8.2.10-4.2", "1");
			bench.report(id, 4, Result.FAILED, "8.2.10-4.2", "1");
			assertThat(bench.events(DownloadFailed.class)).hasSize(1);
			bench.report(id, 4, Result.FAILED, "8.2.10-4.2", "2");
			assertThat(bench.events(DownloadFailed.class)).hasSize(2);
		}

		@Test
		void aPrivatePointThatFailedSaysNothing() {
			OrderId id = bench.released();
			bench.report(id, 101, Result.FAILED, "9.9-9.9");
			assertThat(download(id)).isEqualTo(Download.State.WAITING);
		}

		@Test
		void theTimeOfReceiptCounts() {
			OrderId id = bench.released();
			bench.clock.move(Duration.ofHours(3));
			bench.report(id, 4, Result.SUCCESS, "", "1999-12-31T11:59:59Z");
			assertThat(bench.events(ProfileInstalled.class)).containsExactly(new ProfileInstalled(id, bench.now()));
		}

		@Test
		void anUnknownProfileIsNoFault() {
			bench.progress
				.received(new Report(new Iccid("8985200999999999999"), Optional.empty(), 4, Result.SUCCESS, "", ""));
			assertThat(bench.events).isEmpty();
		}

		@Test
		void anotherPhoneThanTheBoundOneIsNotBelieved() {
			OrderId id = bench.released();
			var other = Optional.of(new Eid("89086030202200000022000023022943"));
			bench.progress.received(new Report(bench.iccid(id), other, 4, Result.SUCCESS, "", ""));
			assertThat(download(id)).isEqualTo(Download.State.WAITING);
			bench.progress.received(new Report(bench.iccid(id), Optional.empty(), 4, Result.SUCCESS, "", ""));
			assertThat(download(id)).isEqualTo(Download.State.INSTALLED);
		}

		@Test
		void aProfileUsedBeforeItsCodeWasGivenOutIsHeld() {
			OrderId id = bench.attached();
			bench.report(id, 3, Result.SUCCESS, "");
			assertThat(provisioning().release(id)).isEqualTo(new NeedsPerson("provisioning.used-before-release"));
			assertThat(bench.events(ProfileInstalled.class)).isEmpty();
			OrderId underWay = bench.attached();
			bench.server.meanwhile = () -> bench.report(underWay, 4, Result.SUCCESS, "");
			assertThat(provisioning().release(underWay)).isEqualTo(new NeedsPerson("provisioning.used-before-release"));
			assertThat(provisioning().download(underWay)).isEmpty();
		}

		@Test
		void aCancelledOrderDoesNotComeBackToLife() {
			OrderId id = bench.released();
			bench.server.next(Fate.UNREACHABLE);
			provisioning().cancel(id, Bench.LINE);
			bench.report(id, 4, Result.SUCCESS, "");
			assertThat(bench.state(id)).isEqualTo("CANCELLING");
			assertThat(bench.events(ProfileInstalled.class)).isEmpty();
		}

		private Download.State download(OrderId id) {
			return provisioning().download(id).orElseThrow().state();
		}

	}

	@Nested
	class WhenTheNetworkIsAsked {

		@Test
		void aLineIsStoppedAndStarted() {
			assertThat(provisioning().stop(Bench.LINE)).isEqualTo(DONE);
			assertThat(provisioning().line(Bench.LINE)).map(Provisioning.LineState::stopped).contains(true);
			assertThat(provisioning().start(Bench.LINE)).isEqualTo(DONE);
			assertThat(provisioning().line(Bench.LINE)).map(Provisioning.LineState::stopped).contains(false);
		}

		@Test
		void aNetworkThatIsDownIsToldAndHarmsNothing() {
			OrderId id = bench.ordered();
			bench.register.reachable = false;
			assertThat(provisioning().line(Bench.LINE)).isEmpty();
			assertThat(provisioning().stop(Bench.LINE)).isEqualTo(new Later("network.unreachable"));
			assertThat(provisioning().start(Bench.LINE)).isEqualTo(new Later("network.unreachable"));
			assertThat(provisioning().attach(id)).isEqualTo(new Later("network.unreachable"));
			bench.register.reachable = true;
			assertThat(provisioning().attach(id)).isEqualTo(DONE);
		}

		@Test
		void aChangeWithoutAnAnswerIsRepeated() {
			OrderId id = bench.ordered();
			bench.register.fates.add(Fate.ANSWER_LOST);
			assertThat(provisioning().attach(id)).isEqualTo(new Later("network.timeout"));
			assertThat(provisioning().attach(id)).isEqualTo(DONE);
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(Bench.OLD, bench.iccid(id));
		}

		@Test
		void aLineThatTheNetworkDoesNotKnowNeedsAPerson() {
			OrderId id = bench.ordered();
			bench.register.sims.clear();
			assertThat(provisioning().attach(id)).isEqualTo(new NeedsPerson("network.no-such-line"));
			assertThat(provisioning().stop(Bench.LINE)).isEqualTo(new NeedsPerson("network.no-such-line"));
		}

		@Test
		void aLineWithoutAnOldSimHasNothingToEnd() {
			bench.register.sims.get(Bench.LINE).clear();
			OrderId id = bench.installed();
			assertThat(provisioning().endOldSim(id)).isEqualTo(DONE);
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(bench.iccid(id));
		}

		@Test
		void anOldSimThatCouldNotBeEndedIsEndedAtTheRepeat() {
			OrderId id = bench.installed();
			bench.register.fates.add(Fate.REQUEST_LOST);
			assertThat(provisioning().endOldSim(id)).isEqualTo(new Later("network.unreachable"));
			assertThat(provisioning().endOldSim(id)).isEqualTo(DONE);
			assertThat(bench.register.sims.get(Bench.LINE)).containsExactly(bench.iccid(id));
		}

	}

	@Nested
	class WhenACodeWasNeverUsed {

		@Test
		void itIsFoundUntilItExpires() {
			OrderId id = bench.released();
			assertThat(provisioning().unusedOrder(Bench.LINE)).contains(id);
			bench.clock.move(Bench.USABLE.minusSeconds(1));
			assertThat(provisioning().unusedOrder(Bench.LINE)).contains(id);
			bench.clock.move(Duration.ofSeconds(1));
			assertThat(provisioning().unusedOrder(Bench.LINE)).isEmpty();
		}

		@Test
		void oneThatWasLoadedIsNotOffered() {
			OrderId id = bench.released();
			bench.report(id, Report.DOWNLOAD, Result.SUCCESS, "");
			assertThat(provisioning().unusedOrder(Bench.LINE)).isEmpty();
		}

		@Test
		void theNewestIsOffered() {
			bench.released();
			bench.clock.move(Duration.ofMinutes(1));
			OrderId newest = bench.released();
			assertThat(provisioning().unusedOrder(Bench.LINE)).contains(newest);
		}

		@Test
		void anotherLinesCodeIsNot() {
			bench.released();
			assertThat(provisioning().unusedOrder(new Msisdn("+85255500143"))).isEmpty();
		}

	}

}
