package app.resim.account;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import app.resim.account.StaffMember.Role;
import app.resim.account.StaffTable.Entry;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;
import app.resim.keys.FreshSeal;
import com.bastiaanjansen.otp.TOTPGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What the factors of staff promise on every database.
 */
abstract class StaffFactorsContract {

	private static final String SITE = "https://esim.example.com";

	/** A customer whose key looks like the name of a colleague. */
	private static final SubscriberId NAMESAKE = new SubscriberId("kay");

	private Desk desk;

	private AuthenticatorApps apps;

	private Passkeys passkeys;

	private StaffFactors factors;

	abstract DataSource database();

	@BeforeEach
	void hire() {
		this.desk = new Desk(database());
		var chance = new Random(7);
		var seal = FreshSeal.make();
		var slowDown = new SlowDown(this.desk.database, seal, this.desk.clock);
		this.apps = new AuthenticatorApps(this.desk.database, seal, slowDown, this.desk.transaction, this::note,
				this.desk.clock, chance);
		this.passkeys = new Passkeys(new PasskeyTable(this.desk.database, this.desk.clock, chance),
				new PasskeyOwners(this.desk.database, chance), URI.create(SITE), this.desk.transaction, this::note,
				this.desk.clock, chance);
		var table = new StaffTable(this.desk.database);
		for (Entry entry : List.of(entry("kay", Role.REVIEWER), entry("hugo", Role.SENIOR),
				entry("ines", Role.SENIOR))) {
			table.add(entry);
		}
		this.factors = new StaffFactors(this.passkeys, this.apps,
				new Staff(table, slowDown, this.desk.transaction, this::note, this.desk.clock),
				new StaffResets(this.desk.database), this.desk.transaction, this::note, this.desk.clock);
	}

	private static Entry entry(String name, Role role) {
		return new Entry(new StaffMember(name, name, Set.of(role)), "{noop}secret");
	}

	private void note(Object event) {
		if (event instanceof AuditedEvent audited) {
			this.desk.trail.add(audited);
		}
	}

	@Test
	void aPasskeyOfAColleagueIsNoCustomersAndNoOtherColleagues() {
		SoftDevice device = withPasskey("kay");

		PasskeyQuestion forCustomers = this.passkeys.ask();
		assertThat(this.passkeys.enter(forCustomers, device.sign(forCustomers.json())))
			.isInstanceOf(PasskeyAnswer.Refused.class);
		PasskeyQuestion forHugo = this.factors.ask("hugo");
		assertThat(this.factors.enter("hugo", forHugo, device.sign(forHugo.json()))).isEmpty();
		PasskeyQuestion forKay = this.factors.ask("kay");
		assertThat(this.factors.enter("kay", forKay, device.sign(forKay.json()))).get()
			.extracting(Proven::factor)
			.isEqualTo(Factor.PASSKEY);
	}

	@Test
	void aPasskeyOfACustomerOpensNoSideOfStaff() {
		var device = new SoftDevice(SITE);
		PasskeyOffer offer = this.passkeys.offer(NAMESAKE, "kay");
		assertThat(this.passkeys.add(NAMESAKE, offer, device.make(offer.json()), "")).isTrue();

		assertThat(this.factors.of("kay").any()).isFalse();
		PasskeyQuestion question = this.factors.ask("kay");
		assertThat(this.factors.enter("kay", question, device.sign(question.json()))).isEmpty();
	}

	@Test
	void theAppOfACustomerAndOfAColleagueAreApart() {
		AppSecret secret = withApp("kay");
		this.desk.clock.move(Duration.ofMinutes(5));

		assertThat(this.apps.known(NAMESAKE)).isFalse();
		assertThat(this.apps.enter(NAMESAKE, shown(secret))).isEmpty();
		assertThat(this.factors.enter("hugo", shown(secret))).isEmpty();
		assertThat(this.factors.enter("kay", shown(secret))).isPresent();
		assertThat(this.factors.enter("kay", shown(secret))).as("replay").isEmpty();
	}

	@Test
	void aBrowserIsAskedForTheColleaguesOwnPasskeysOnly() {
		withPasskey("kay");

		assertThat(this.factors.ask("kay").json()).contains("allowCredentials\":[{");
		assertThat(this.factors.ask("hugo").json()).doesNotContain("allowCredentials\":[{");
	}

	@Test
	void aSeniorColleagueTakesAllFactorsAwayAndThatIsKept() {
		withPasskey("kay");
		AppSecret secret = withApp("kay");
		this.desk.trail.clear();

		assertThat(this.factors.askReset("kay", "hugo")).isTrue();
		assertThat(this.factors.of("kay").any()).as("one alone takes nothing away").isTrue();
		assertThat(this.factors.confirmReset("kay", "hugo")).as("the same again").isFalse();
		assertThat(this.factors.confirmReset("kay", "ines")).isTrue();

		assertThat(this.factors.of("kay").any()).isFalse();
		this.desk.clock.move(Duration.ofMinutes(5));
		assertThat(this.factors.enter("kay", shown(secret))).isEmpty();
		assertThat(this.desk.trail).extracting(AuditedEvent::deed, AuditedEvent::actor, AuditedEvent::subject)
			.startsWith(tuple("staff.reset-asked", Actor.staff("hugo"), "kay"),
					tuple("staff.factors-reset", Actor.staff("ines"), "kay"));
		assertThat(this.factors.confirmReset("kay", "ines")).as("it is used up").isFalse();
	}

	@Test
	void nobodyResetsTheirOwnAndOnlySeniorsReset() {
		withApp("hugo");
		withApp("ines");

		assertThat(this.factors.askReset("hugo", "hugo")).isFalse();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.factors.askReset("hugo", "kay"));
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.factors.askReset("hugo", "nobody"));
		assertThat(this.factors.askReset("hugo", "ines")).isTrue();
		assertThat(this.factors.confirmReset("hugo", "hugo")).as("their own").isFalse();
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.factors.confirmReset("hugo", "nobody"));
		assertThat(this.factors.of("hugo").app()).isTrue();
		assertThat(this.factors.confirmReset("hugo", "kay")).isTrue();
		assertThat(this.factors.of("hugo").any()).isFalse();
	}

	@Test
	void aResetThatNobodyConfirmsWithinADayOrWhoseAskerLostTheRoleIsNone() {
		withApp("kay");
		this.factors.askReset("kay", "hugo");
		this.desk.clock.move(Duration.ofDays(1));
		assertThat(this.factors.resetsAsked()).isEmpty();
		assertThat(this.factors.confirmReset("kay", "ines")).isFalse();

		this.factors.askReset("kay", "hugo");
		this.desk.database.sql("DELETE FROM staff_role WHERE name = 'hugo'").update();
		assertThat(this.factors.confirmReset("kay", "ines")).isFalse();
		assertThat(this.factors.of("kay").app()).isTrue();
	}

	@Test
	void theLastFactorStaysAndAnotherMayGo() {
		withApp("kay");
		assertThat(this.factors.removeApp("kay")).isFalse();
		withPasskey("kay");
		assertThat(this.factors.removeApp("kay")).isTrue();
		UUID left = this.factors.of("kay").passkeys().getFirst().id();
		assertThat(this.factors.remove("kay", left)).isFalse();
		assertThat(this.factors.of("kay").passkeys()).hasSize(1);
	}

	@Test
	void aFactorIsFreshForFiveMinutes() {
		Instant shown = this.desk.clock.instant();
		this.desk.clock.move(Duration.ofMinutes(5));
		assertThat(this.factors.isFresh(shown)).isTrue();
		this.desk.clock.move(Duration.ofSeconds(1));
		assertThat(this.factors.isFresh(shown)).isFalse();
	}

	@Test
	void aPasswordAndAFactorTogetherAreASignIn() {
		assertThat(this.factors.signIn("kay", Entrance.PASSWORD)).map(StaffMember::roles)
			.contains(Set.of(Role.REVIEWER));
		assertThat(this.factors.signIn("nobody", Entrance.PASSWORD)).isEmpty();
		assertThat(this.desk.trail).extracting(AuditedEvent::deed).containsExactly("staff.signed-in");
	}

	@Test
	void theDemonstrationsCodesAreTakenOneAfterTheOther() {
		this.apps.pretend(Actor.staff("kay"));
		this.desk.clock.move(Duration.ofMinutes(5));

		for (int i = 0; i < 2; i++) {
			String code = this.apps.nextCode(Actor.staff("kay")).orElseThrow();
			assertThat(this.factors.enter("kay", code)).isPresent();
		}
		assertThat(this.apps.nextCode(Actor.staff("kay"))).as("used up for half a minute").isEmpty();
		this.desk.clock.move(Duration.ofSeconds(30));
		assertThat(this.apps.nextCode(Actor.staff("kay"))).isPresent();
	}

	@Test
	void whoeverReadsACodeOfTheDemonstrationHasHalfAMinuteToTypeIt() {
		this.apps.pretend(Actor.staff("kay"));
		this.desk.clock.move(Duration.ofMinutes(5));
		String code = this.apps.nextCode(Actor.staff("kay")).orElseThrow();
		this.desk.clock.move(Duration.ofSeconds(30));
		assertThat(this.factors.enter("kay", code)).isPresent();
	}

	private SoftDevice withPasskey(String name) {
		var device = new SoftDevice(SITE);
		PasskeyOffer offer = this.factors.offer(name);
		assertThat(this.factors.add(name, offer, device.make(offer.json()), "Laptop")).isTrue();
		return device;
	}

	private AppSecret withApp(String name) {
		AppSecret secret = this.factors.draw("Tidewire", name);
		assertThat(this.factors.confirm(name, secret, shown(secret))).isTrue();
		return secret;
	}

	private String shown(AppSecret secret) {
		return new TOTPGenerator.Builder(secret.base32()).build().at(this.desk.clock.instant());
	}

}
