package app.resim.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import app.resim.catalogue.Reason;
import app.resim.provisioning.simulated.SimulatedProfile;
import app.resim.provisioning.simulated.SimulatedSmDp;
import app.resim.request.Reviews.Decision;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threats 4 and 5: the owner still has the line or the mailbox while somebody else asks
 * for a new eSIM, and a thief who would stop an honest request for ever.
 */
class ThisWasNotMeTest extends WithReviewers {

	@Autowired
	Vetoes vetoes;

	@Autowired
	Fulfilment fulfilment;

	@Autowired
	SimulatedSmDp smdp;

	@ParameterizedTest
	@EnumSource(NoticeChannel.class)
	void aReadyCodeIsNotShownAnyMoreAndCancelled(NoticeChannel channel) {
		RequestReference reference = ready();

		assertThat(press(reference, channel)).isInstanceOf(VetoAnswer.Stopped.class);

		assertThat(seen(reference).phase()).isEqualTo(Phase.PAUSED);
		assertThat(this.requests.showEsim(reference, SAM, now())).isInstanceOf(EsimAnswer.NotNow.class);
		run(reference);
		assertThat(profilesOut()).as("nothing can be downloaded").isZero();
		assertThat(audited(reference, "request.paused")).isEqualTo(1);
	}

	@Test
	void lookingStopsNothing() {
		RequestReference reference = sent(Reason.LOST);

		for (int i = 0; i < 5; i++) {
			assertThat(this.vetoes.look(reference.reference(), "email", stop(reference, NoticeChannel.EMAIL)))
				.isInstanceOfSatisfying(VetoAnswer.Running.class,
						running -> assertThat(running.about().lastDigits()).isEqualTo("42"));
		}

		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
	}

	@Test
	void aMessageOfAnotherRequestOrChannelAndAGuessStopNothing() {
		RequestReference reference = sent(Reason.LOST);
		String stop = stop(reference, NoticeChannel.EMAIL);
		char last = (stop.charAt(20) == 'A') ? 'B' : 'A';
		String guessed = stop.substring(0, 20) + last + stop.substring(21);

		assertThat(this.vetoes.press(reference.reference(), "line", stop)).isInstanceOf(VetoAnswer.Unknown.class);
		assertThat(this.vetoes.press("RS-7K4M-29QD", "email", stop)).isInstanceOf(VetoAnswer.Unknown.class);
		for (String wrong : List.of(guessed, "", "%%%", "A".repeat(5000))) {
			assertThat(this.vetoes.press(reference.reference(), "email", wrong)).isInstanceOf(VetoAnswer.Unknown.class);
		}
		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
	}

	@Test
	void afterAStopAPersonLooksAndTwoApproveAnew() {
		RequestReference reference = sent(Reason.LOST);
		claimed(reference, "kay");
		press(reference, NoticeChannel.LINE);

		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.NOT_YOURS);
		claimed(reference, "hugo");
		assertThat(this.reviews.approve(reference, "hugo", "")).isEqualTo(Decision.STOPPED);
		assertThat(this.reviews.open(reference, "hugo").orElseThrow().stops()).containsExactly(NoticeChannel.LINE);
		assertThat(this.reviews.resume(reference, "hugo")).isEqualTo(Decision.DONE);

		assertThat(this.reviews.approve(reference, "hugo", "")).isEqualTo(Decision.PASSED_ON);
		claimed(reference, "kay");
		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.DONE);
		run(reference);
		assertThat(seen(reference).phase()).isEqualTo(Phase.READY);
		assertThat(profilesOut()).isEqualTo(1);
	}

	@Test
	void whatWasApprovedBeforeTheStopCountsNoMore() {
		RequestReference reference = needingTwo();
		claimed(reference, "kay");
		this.reviews.approve(reference, "kay", "");
		press(reference, NoticeChannel.BACKUP);

		assertThat(votes(reference)).isEmpty();
		assertThat(row(reference).firstApprover()).isEmpty();
	}

	@Test
	void aNewCodeAfterAStopIsAnotherOne() {
		RequestReference reference = ready();
		String before = code(reference);
		press(reference, NoticeChannel.EMAIL);
		run(reference);
		approvedByTwo(reference);
		run(reference);

		assertThat(code(reference)).isNotEqualTo(before);
	}

	@Test
	void threePausesDoNotCloseARequestAndEachMessageStopsOnce() {
		RequestReference reference = sent(Reason.DAMAGED);
		for (NoticeChannel channel : NoticeChannel.values()) {
			assertThat(press(reference, channel)).isInstanceOf(VetoAnswer.Stopped.class);
			assertThat(press(reference, channel)).as("pressed twice").isInstanceOf(VetoAnswer.Stopped.class);
			claimed(reference, "hugo");
			assertThat(this.reviews.resume(reference, "hugo")).isEqualTo(Decision.DONE);
			assertThat(press(reference, channel)).isInstanceOf(VetoAnswer.LookedInto.class);
		}

		assertThat(audited(reference, "request.paused")).isEqualTo(3);
		this.reviews.approve(reference, "hugo", "");
		claimed(reference, "kay");
		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.DONE);
	}

	@Test
	void onceThePhoneHasItOnlyACallHelpsAndItIsWrittenDown() {
		RequestReference reference = ready();
		install();
		Awaitility.await().until(() -> row(reference).status() == RequestStatus.INSTALLED);

		assertThat(press(reference, NoticeChannel.LINE)).isInstanceOf(VetoAnswer.TooLate.class);
		assertThat(audited(reference, "request.objected-too-late")).isEqualTo(1);
	}

	@Test
	void aPhoneThatWasFasterThanTheCancellationDoesNotGetTheLine() {
		RequestReference reference = ready();
		press(reference, NoticeChannel.LINE);
		install();
		Awaitility.await().until(() -> audited(reference, "esim.installed-after-stop") == 1);
		run(reference);

		assertThat(row(reference).status()).isEqualTo(RequestStatus.PAUSED);
		assertThat(this.protection.changes(LINE)).isZero();
	}

	@Test
	void whatHasEndedCannotBeStopped() {
		RequestReference reference = sent(Reason.LOST);
		this.requests.withdraw(reference, SAM);

		assertThat(press(reference, NoticeChannel.EMAIL)).isInstanceOf(VetoAnswer.Over.class);
	}

	@Test
	void ofAStopAndAReleaseAtOnceTheStopWins() throws Exception {
		for (int round = 0; round < 20; round++) {
			noRequests();
			RequestReference reference = sent(Reason.DAMAGED);
			told(reference);
			List<Callable<Object>> deeds = new ArrayList<>();
			deeds.add(() -> {
				this.fulfilment.run(row(reference).id());
				return "run";
			});
			deeds.add(() -> press(reference, NoticeChannel.LINE));
			deeds.add(() -> this.requests.showEsim(reference, SAM, now()));
			List<Object> done = atOnce(deeds);

			assertThat(done.get(1)).isInstanceOf(VetoAnswer.Stopped.class);
			assertThat(row(reference).status()).isEqualTo(RequestStatus.PAUSED);
			assertThat(this.requests.showEsim(reference, SAM, now())).isInstanceOf(EsimAnswer.NotNow.class);
			for (int i = 0; i < 3; i++) {
				this.fulfilment.run(row(reference).id());
			}
			assertThat(profilesOut()).isZero();
		}
	}

	@Test
	void nothingIsOrderedBeforeTheOwnerIsTold() {
		RequestReference reference = sent(Reason.DAMAGED);
		told(reference);
		this.database.sql("UPDATE replacement_request SET told_at = NULL WHERE reference = ?")
			.param(reference.reference())
			.update();

		assertThat(this.fulfilment.run(row(reference).id())).isEmpty();
		assertThat(row(reference).status()).isEqualTo(RequestStatus.APPROVED);
		assertThat(orders()).isZero();

		this.clock.move(Duration.ofMinutes(2));
		assertThat(this.fulfilment.run(row(reference).id())).isPresent();
		assertThat(row(reference).fault()).contains("notice.pending");

		this.clock.move(Duration.ofMinutes(30));
		this.fulfilment.run(row(reference).id());
		assertThat(row(reference).status()).as("people look why").isEqualTo(RequestStatus.STALLED);
		assertThat(orders()).isZero();

		claimed(reference, "kay");
		this.reviews.resume(reference, "kay");
		this.fulfilment.run(row(reference).id());
		assertThat(row(reference).status()).isEqualTo(RequestStatus.READY);
	}

	private RequestReference ready() {
		RequestReference reference = sent(Reason.DAMAGED);
		run(reference);
		assertThat(seen(reference).phase()).isEqualTo(Phase.READY);
		return reference;
	}

	private void approvedByTwo(RequestReference reference) {
		claimed(reference, "hugo");
		this.reviews.resume(reference, "hugo");
		this.reviews.approve(reference, "hugo", "");
		claimed(reference, "kay");
		this.reviews.approve(reference, "kay", "");
	}

	private String code(RequestReference reference) {
		return ((EsimAnswer.Shown) this.requests.showEsim(reference, SAM, now())).activationCode();
	}

	private void run(RequestReference reference) {
		told(reference);
		this.fulfilment.run(row(reference).id());
	}

	private void told(RequestReference reference) {
		Legs.told(this.rows, reference);
	}

	private void install() {
		Legs.install(this.smdp);
	}

	private long profilesOut() {
		return this.smdp.profiles().stream().filter(each -> each.state() == SimulatedProfile.State.RELEASED).count();
	}

	private long orders() {
		return this.database.sql("SELECT COUNT(*) FROM profile_order").query(Long.class).single();
	}

	private VetoAnswer press(RequestReference reference, NoticeChannel channel) {
		return this.vetoes.press(reference.reference(), channel.name().toLowerCase(Locale.ROOT),
				stop(reference, channel));
	}

	private String stop(RequestReference reference, NoticeChannel channel) {
		return java.util.Objects.requireNonNull(this.vetoes.stops(reference).get(channel));
	}

}
