package app.resim.account;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;
import app.resim.keys.FreshSeal;
import com.bastiaanjansen.otp.TOTPGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the factors of a customer promise on every database.
 */
abstract class FactorsContract {

	private static final SubscriberId SAM = SmallDirectory.SAM.id();

	private static final SubscriberId MIA = new SubscriberId("somebody-else");

	private static final String SITE = "https://esim.example.com";

	private Desk desk;

	private RecoveryCodes codes;

	private AuthenticatorApps apps;

	private Passkeys passkeys;

	private FactorsOfACustomer kept;

	abstract DataSource database();

	@BeforeEach
	void open() {
		this.desk = new Desk(database());
		var chance = new Random(4);
		var seal = FreshSeal.make();
		var slowDown = new SlowDown(this.desk.database, seal, this.desk.clock);
		this.codes = new RecoveryCodes(this.desk.database, slowDown, this.desk.transaction, this::note, this.desk.clock,
				chance);
		this.apps = new AuthenticatorApps(this.desk.database, seal, slowDown, this.desk.transaction, this::note,
				this.desk.clock, chance);
		var table = new PasskeyTable(this.desk.database, this.desk.clock, chance);
		this.passkeys = new Passkeys(table, new PasskeyOwners(this.desk.database, chance), URI.create(SITE + "/"),
				this.desk.transaction, this::note, this.desk.clock, chance);
		this.kept = new FactorsOfACustomer(this.desk.database, table);
	}

	private void note(Object event) {
		this.desk.trail.add((AuditedEvent) event);
	}

	@Test
	void aPrintedCodeOpensOnce() {
		List<String> list = this.codes.make(SAM);
		assertThat(list).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("(\\w{4}-){3}\\w{4}"));

		assertThat(this.codes.enter(SAM, list.getFirst())).isPresent();
		assertThat(this.codes.enter(SAM, list.getFirst())).as("replay").isEmpty();
		assertThat(this.codes.left(SAM)).isEqualTo(9);
	}

	@Test
	void aPrintedCodeIsUnderstoodHoweverItIsTyped() {
		List<String> list = this.codes.make(SAM);

		assertThat(this.codes.enter(SAM, list.get(0).toLowerCase(Locale.ROOT).replace("-", " "))).isPresent();
		assertThat(this.codes.enter(SAM, " " + list.get(1).replace("-", "") + "\n")).isPresent();
	}

	@Test
	void aNewListTakesTheOldOnesPlace() {
		List<String> old = this.codes.make(SAM);
		this.codes.make(SAM);

		assertThat(this.codes.enter(SAM, old.getFirst())).isEmpty();
		assertThat(this.codes.left(SAM)).isEqualTo(10);
	}

	@Test
	void aPrintedCodeIsNobodyElses() {
		List<String> list = this.codes.make(SAM);

		assertThat(this.codes.enter(MIA, list.getFirst())).isEmpty();
		assertThat(this.codes.enter(SAM, "")).isEmpty();
	}

	@Test
	void noPrintedCodeCanBeReadFromTheDatabase() {
		List<String> list = this.codes.make(SAM);

		assertThat(this.desk.database.sql("SELECT hash FROM recovery_code").query(String.class).list()).hasSize(10)
			.allSatisfy(hash -> assertThat(list).noneMatch(code -> hash.contains(code.replace("-", "").substring(1))))
			.allMatch(hash -> hash.startsWith("{bcrypt}"));
	}

	@Test
	void ofManyWithTheSamePrintedCodeOneGetsIn() throws Exception {
		String code = this.codes.make(SAM).getFirst();

		assertThat(together(() -> this.codes.enter(SAM, code).isPresent())).containsOnlyOnce(true);
	}

	@Test
	void guessingAtPrintedCodesIsSlowedDown() {
		List<String> list = this.codes.make(SAM);
		for (int i = 0; i < 10; i++) {
			this.codes.enter(SAM, "2222-2222-2222-2222");
		}

		assertThat(this.codes.enter(SAM, list.getFirst())).as("while waiting").isEmpty();
		this.desk.clock.move(Duration.ofMinutes(16));
		assertThat(this.codes.enter(SAM, list.getFirst())).isPresent();
	}

	@Test
	void theCodeOfAnAppIsTakenOnceAndNoOlderOneAfterIt() {
		AppSecret secret = confirmed();
		this.desk.clock.move(Duration.ofMinutes(5));
		String older = shown(secret);
		this.desk.clock.move(Duration.ofSeconds(30));
		String code = shown(secret);

		assertThat(this.apps.enter(SAM, code)).get().extracting(Proven::factor).isEqualTo(Factor.AUTHENTICATOR_APP);
		assertThat(this.apps.enter(SAM, code)).as("replay").isEmpty();
		assertThat(this.apps.enter(SAM, older)).as("the one before").isEmpty();
	}

	@Test
	void theCodeThatConfirmedAnAppIsUsedUp() {
		AppSecret secret = this.apps.draw("Tidewire", "sam");
		String code = shown(secret);

		assertThat(this.apps.confirm(SAM, secret, "000000")).isFalse();
		assertThat(this.apps.known(SAM)).isFalse();
		assertThat(this.apps.confirm(SAM, secret, code)).isTrue();
		assertThat(this.apps.enter(SAM, code)).isEmpty();
	}

	@Test
	void aPhoneMayBeHalfAMinuteLateAndNoMore() {
		AppSecret secret = confirmed();
		this.desk.clock.move(Duration.ofMinutes(5));
		String late = shown(secret);
		this.desk.clock.move(Duration.ofSeconds(30));
		assertThat(this.apps.enter(SAM, late)).isPresent();
		String tooLate = shown(secret);
		this.desk.clock.move(Duration.ofSeconds(60));
		assertThat(this.apps.enter(SAM, tooLate)).isEmpty();
	}

	@Test
	void ofManyWithTheSameCodeOfAnAppOneGetsIn() throws Exception {
		AppSecret secret = confirmed();
		this.desk.clock.move(Duration.ofMinutes(5));
		String code = shown(secret);

		assertThat(together(() -> this.apps.enter(SAM, code).isPresent())).containsOnlyOnce(true);
	}

	@Test
	void theSecretOfAnAppIsSealedAndPrintsNothing() {
		AppSecret secret = confirmed();

		assertThat(new String(this.desk.database.sql("SELECT secret FROM authenticator_app")
			.query((row, index) -> row.getBytes(1))
			.single(), StandardCharsets.ISO_8859_1)).doesNotContain(secret.base32());
		assertThat(secret.toString()).doesNotContain(secret.base32());
	}

	@Test
	void aRemovedAppOpensNothing() {
		AppSecret secret = confirmed();
		this.desk.clock.move(Duration.ofMinutes(5));
		this.apps.remove(SAM);

		assertThat(this.apps.enter(SAM, shown(secret))).isEmpty();
	}

	@Test
	void aPasskeySignsIn() {
		SoftDevice device = withPasskey(SAM);
		this.desk.clock.move(Duration.ofDays(30));

		assertThat(enter(device)).isInstanceOfSatisfying(PasskeyAnswer.Known.class, known -> {
			assertThat(known.who()).isEqualTo(SAM);
			assertThat(Proof.of(SAM, known.proven()).strength(this.desk.clock.instant())).isEqualTo(Strength.PASSKEY);
		});
		assertThat(this.passkeys.of(SAM)).singleElement().satisfies(passkey -> {
			assertThat(passkey.label()).isEqualTo("Laptop");
			assertThat(passkey.lastUsedAt()).isAfter(passkey.madeAt());
		});
	}

	@Test
	void thePasskeyOfOneQuestionAnswersNoOther() {
		SoftDevice device = withPasskey(SAM);
		String answer = device.sign(this.passkeys.ask().json());

		assertThat(this.passkeys.enter(this.passkeys.ask(), answer)).isInstanceOf(PasskeyAnswer.Refused.class);
	}

	@Test
	void aReplayedAnswerIsRefused() {
		SoftDevice device = withPasskey(SAM);
		PasskeyQuestion question = this.passkeys.ask();
		String answer = device.sign(question.json());
		assertThat(this.passkeys.enter(question, answer)).isInstanceOf(PasskeyAnswer.Known.class);

		assertThat(this.passkeys.enter(question, answer)).isInstanceOf(PasskeyAnswer.Refused.class);
	}

	@Test
	void aSignatureMadeOnAnotherSiteIsWorthNothing() {
		var lured = new SoftDevice("https://esim.example.com.evil.example");
		PasskeyOffer offer = this.passkeys.offer(SAM, "sam");

		assertThat(this.passkeys.add(SAM, offer, lured.make(offer.json()), "")).isFalse();
	}

	@Test
	void aDeviceThatAsksForNoFingerIsRefused() {
		SoftDevice device = withPasskey(SAM);
		device.thatAsksForNoFinger();

		assertThat(enter(device)).isInstanceOf(PasskeyAnswer.Refused.class);
	}

	@Test
	void anAnswerAfterFiveMinutesIsTooLate() {
		SoftDevice device = withPasskey(SAM);
		PasskeyQuestion question = this.passkeys.ask();
		this.desk.clock.move(Duration.ofMinutes(6));

		assertThat(this.passkeys.enter(question, device.sign(question.json())))
			.isInstanceOf(PasskeyAnswer.Refused.class);
	}

	@Test
	void whatIsNoAnswerIsRefused() {
		for (String nonsense : List.of("", "{}", "null", "[]", "{\"id\":\"x\"}", "{\"response\":{}}", "\uD800")) {
			assertThat(this.passkeys.enter(this.passkeys.ask(), nonsense)).isInstanceOf(PasskeyAnswer.Refused.class);
			assertThat(this.passkeys.add(SAM, this.passkeys.offer(SAM, "sam"), nonsense, "")).isFalse();
		}
	}

	@Test
	void nobodyAddsOrRemovesAPasskeyOfSomebodyElse() {
		withPasskey(SAM);
		PasskeyOffer offer = this.passkeys.offer(SAM, "sam");

		assertThat(this.passkeys.add(MIA, offer, new SoftDevice(SITE).make(offer.json()), "")).isFalse();
		this.passkeys.remove(MIA, this.passkeys.of(SAM).getFirst().id());
		assertThat(this.passkeys.of(SAM)).hasSize(1);
		this.passkeys.remove(SAM, this.passkeys.of(SAM).getFirst().id());
		assertThat(this.passkeys.of(SAM)).isEmpty();
	}

	@Test
	void aDeviceKnowsNothingAboutTheCustomersKey() {
		String offer = this.passkeys.offer(SAM, "sam@example.com").json();

		assertThat(offer).doesNotContain(SAM.subscriber());
	}

	@Test
	void everyChangeAndEveryRefusalIsAudited() {
		AppSecret secret = confirmed();
		this.apps.enter(SAM, "000000");
		this.apps.remove(SAM);
		this.codes.enter(SAM, this.codes.make(SAM).getFirst());

		assertThat(this.desk.trail).extracting(AuditedEvent::deed)
			.containsExactly("factor.added", "factor.refused", "factor.removed", "factor.added", "factor.proven");
		assertThat(this.desk.trail.toString()).doesNotContain(secret.base32());
	}

	@Test
	void everythingCanBeExportedAndErased() {
		confirmed();
		this.codes.make(SAM);
		withPasskey(SAM);
		assertThat(this.kept.export(SAM, Actor.RESIM).entries()).hasSize(12);

		this.kept.erase(SAM, Actor.RESIM, this.desk.clock.instant());

		assertThat(this.kept.export(SAM, Actor.RESIM).entries()).isEmpty();
		assertThat(this.desk.database.sql("SELECT COUNT(*) FROM passkey_owner").query(Integer.class).single()).isZero();
	}

	private AppSecret confirmed() {
		AppSecret secret = this.apps.draw("Tidewire", "sam");
		assertThat(this.apps.confirm(SAM, secret, shown(secret))).isTrue();
		return secret;
	}

	private String shown(AppSecret secret) {
		return new TOTPGenerator.Builder(secret.base32()).build().at(this.desk.clock.instant());
	}

	private SoftDevice withPasskey(SubscriberId customer) {
		var device = new SoftDevice(SITE);
		PasskeyOffer offer = this.passkeys.offer(customer, "sam@example.com");
		assertThat(this.passkeys.add(customer, offer, device.make(offer.json()), "Laptop")).isTrue();
		return device;
	}

	private PasskeyAnswer enter(SoftDevice device) {
		PasskeyQuestion question = this.passkeys.ask();
		return this.passkeys.enter(question, device.sign(question.json()));
	}

	private static List<Boolean> together(Callable<Boolean> deed) throws Exception {
		try (var threads = Executors.newFixedThreadPool(8)) {
			List<Future<Boolean>> answers = threads.invokeAll(Collections.nCopies(8, deed));
			var got = new ArrayList<Boolean>();
			for (Future<Boolean> answer : answers) {
				got.add(answer.get());
			}
			return got;
		}
	}

}
