package app.resim.protection;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import app.resim.catalogue.Reason;
import app.resim.catalogue.Weights;
import app.resim.protection.Assessment.Clear;
import app.resim.protection.Assessment.HoldUntil;
import app.resim.protection.Assessment.NeedsPeople;
import app.resim.protection.Background.Lock;
import app.resim.protection.Background.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The recovery routes of the file that operators begin with: a stronger proof needs fewer
 * people and less time.
 */
class TheMoreIsProvenTheFasterTest {

	private final Swap swap = new Swap();

	@BeforeEach
	void strict() {
		this.swap.brand = Weights.strictBrand();
		this.swap.routes = this.swap.brand.routes();
	}

	@ParameterizedTest
	@EnumSource(names = { "PASSKEY", "TWO_FACTORS" })
	void aPasskeyAndTwoIndependentFactorsGoAtOnce(SignIn signIn) {
		this.swap.signIn = signIn;
		assertThat(this.swap.assessed()).isInstanceOf(Clear.class);
	}

	@Test
	void theMailboxWithASavedCodeIsSeenByAPerson() {
		this.swap.signIn = SignIn.MAILED_AND_SAVED_CODE;
		assertThat(this.swap.assessed()).isInstanceOfSatisfying(NeedsPeople.class,
				people -> assertThat(people.people()).isEqualTo(1));
	}

	@ParameterizedTest
	@EnumSource(names = { "MAILED_CODE", "UNKNOWN" })
	void theMailboxAloneIsSeenByTwoAndCools(SignIn signIn) {
		this.swap.signIn = signIn;
		assertThat(this.swap.assessed()).isInstanceOfSatisfying(HoldUntil.class, hold -> {
			assertThat(hold.people()).isEqualTo(2);
			assertThat(hold.until()).isEqualTo(Swap.NOW.plus(Duration.ofHours(24)));
		});
	}

	@Test
	void theCoolingTimeBeginsWhenTheRequestWasSentAndTwoDecideStillWhenItIsOver() {
		this.swap.signIn = SignIn.MAILED_CODE;
		this.swap.askedSince = Swap.ago(1);
		assertThat(this.swap.assessed()).isInstanceOfSatisfying(NeedsPeople.class,
				people -> assertThat(people.people()).isEqualTo(2));
	}

	@Test
	void riskMakesEveryWayHarderAlsoThatOfAPasskey() {
		this.swap.reason = Reason.LOST;
		assertThat(this.swap.assessed()).isInstanceOf(NeedsPeople.class);
		this.swap.documentContradicts = true;
		this.swap.contactSince = Swap.ago(1);
		assertThat(this.swap.assessed()).isInstanceOfSatisfying(NeedsPeople.class,
				people -> assertThat(people.people()).isEqualTo(2));
	}

	static Stream<Arguments> oneDown() {
		return Stream.of(Arguments.of(SignIn.TWO_FACTORS, 2, Duration.ZERO),
				Arguments.of(SignIn.MAILED_AND_SAVED_CODE, 2, Duration.ofHours(24)),
				Arguments.of(SignIn.MAILED_CODE, 2, Duration.ofHours(24)));
	}

	@ParameterizedTest
	@MethodSource("oneDown")
	void whereContactDataIsNewTheNextWeakerWayIsTaken(SignIn signIn, int people, Duration cooling) {
		this.swap.contactSince = Swap.ago(1);
		this.swap.signIn = signIn;

		switch (this.swap.assessed()) {
			case NeedsPeople needed -> {
				assertThat(needed.people()).isEqualTo(people);
				assertThat(cooling).isZero();
			}
			case HoldUntil hold -> {
				assertThat(hold.people()).isEqualTo(people);
				assertThat(hold.until()).isEqualTo(Swap.NOW.plus(cooling));
			}
			case Assessment other -> throw new AssertionError(other);
		}
	}

	@Test
	void aLockedLineIsRefusedOnEveryRouteButTheStrongest() {
		this.swap.lock = Lock.LOCKED;
		for (SignIn weaker : List.of(SignIn.TWO_FACTORS, SignIn.MAILED_AND_SAVED_CODE, SignIn.MAILED_CODE,
				SignIn.UNKNOWN)) {
			this.swap.signIn = weaker;
			assertThat(this.swap.assessed()).as(weaker.name()).isInstanceOf(Assessment.Refuse.class);
		}
		this.swap.signIn = SignIn.PASSKEY;
		assertThat(this.swap.assessed()).isInstanceOf(NeedsPeople.class);
	}

}
