package app.resim.protection;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Reason;
import app.resim.catalogue.Weights;
import app.resim.protection.Assessment.Clear;
import app.resim.protection.Assessment.HoldUntil;
import app.resim.protection.Assessment.NeedsPeople;
import app.resim.protection.Assessment.Refuse;
import app.resim.protection.Assessment.StepUp;
import app.resim.protection.Background.Browser;
import app.resim.protection.Background.Lock;
import app.resim.protection.Background.OldSim;
import app.resim.protection.Background.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What swap protection notices, and how hard it makes the way with the weights of the
 * demonstration brand.
 */
class WhatSpeaksAgainstAReplacementTest {

	private final Swap swap = new Swap();

	@Test
	void whereNothingSpeaksAgainstItItIsIssuedAtOnce() {
		assertThat(this.swap.assessed()).isEqualTo(new Clear(new Grounds(List.of(), Set.of(), 0)));
	}

	static Stream<Arguments> oneThing() {
		return Stream.of(thing(Signal.REASON_NEEDS_PERSON, swap -> swap.reason = Reason.LOST),
				thing(Signal.DEVICE_UNSURE, swap -> swap.deviceFits = false),
				thing(Signal.PICTURE_DOUBTFUL, swap -> swap.pictureDoubtful = true),
				thing(Signal.DOCUMENT_CONTRADICTS, swap -> swap.documentContradicts = true),
				thing(Signal.REPLACED_LATELY, swap -> swap.changes.add(Swap.ago(29).orElseThrow())),
				thing(Signal.NEW_ACCOUNT, swap -> swap.customerSince = Swap.ago(29)),
				thing(Signal.CONTACT_CHANGED, swap -> swap.contactSince = Swap.ago(6)),
				thing(Signal.NEW_BROWSER, swap -> swap.browser = Browser.NEW),
				thing(Signal.FAILED_SIGN_INS, swap -> swap.failedSignIns = OptionalInt.of(3)),
				thing(Signal.MANY_FOR_LINE, swap -> swap.forLine = OptionalInt.of(3)),
				thing(Signal.MANY_OF_ACCOUNT, swap -> swap.ofAccount = OptionalInt.of(5)),
				thing(Signal.MANY_WITH_DOCUMENT, swap -> swap.withDocument = OptionalInt.of(2)),
				thing(Signal.MANY_FROM_NETWORK, swap -> swap.fromNetwork = OptionalInt.of(20)),
				thing(Signal.WEAK_SIGN_IN, swap -> swap.signIn = SignIn.MAILED_CODE),
				thing(Signal.SIM_LOCKED, swap -> swap.lock = Lock.LOCKED));
	}

	@ParameterizedTest
	@MethodSource("oneThing")
	void oneThingIsNamedAlone(Signal signal, Consumer<Swap> said) {
		said.accept(this.swap);

		assertThat(this.swap.assessed().grounds().signals()).containsExactly(signal);
	}

	static Stream<Arguments> justNotEnough() {
		return Stream.of(thing(swap -> swap.changes.add(Swap.ago(30).orElseThrow())),
				thing(swap -> swap.customerSince = Swap.ago(30)), thing(swap -> swap.contactSince = Swap.ago(7)),
				thing(swap -> swap.failedSignIns = OptionalInt.of(2)), thing(swap -> swap.forLine = OptionalInt.of(2)),
				thing(swap -> swap.ofAccount = OptionalInt.of(4)), thing(swap -> swap.withDocument = OptionalInt.of(1)),
				thing(swap -> swap.fromNetwork = OptionalInt.of(19)), thing(swap -> swap.oldSim = OldSim.ATTACHED),
				thing(swap -> swap.signIn = SignIn.MAILED_AND_SAVED_CODE));
	}

	@ParameterizedTest
	@MethodSource("justNotEnough")
	void whatIsJustNotEnoughIsNotNamed(Consumer<Swap> said) {
		said.accept(this.swap);

		assertThat(this.swap.assessed().grounds().signals()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(names = { "LOST", "STOLEN" })
	void anOldSimThatIsStillInUseThoughThePhoneIsGoneBringsTwoPeople(Reason gone) {
		this.swap.reason = gone;
		this.swap.oldSim = OldSim.ATTACHED;

		assertThat(this.swap.assessed()).isInstanceOfSatisfying(NeedsPeople.class, needed -> {
			assertThat(needed.people()).isEqualTo(2);
			assertThat(needed.grounds().signals()).containsExactly(Signal.REASON_NEEDS_PERSON, Signal.OLD_SIM_IN_USE);
		});
	}

	@Test
	void aLittleDoubtAsksForAStrongerProofUntilItWasGiven() {
		this.swap.weighedBy(Weights.strictBrand().protection());
		this.swap.browser = Browser.NEW;
		this.swap.signIn = SignIn.MAILED_AND_SAVED_CODE;
		assertThat(this.swap.assessed()).isInstanceOf(StepUp.class);

		this.swap.signIn = SignIn.UNKNOWN;
		assertThat(this.swap.assessed()).isInstanceOf(StepUp.class);

		this.swap.signIn = SignIn.TWO_FACTORS;
		assertThat(this.swap.assessed()).isInstanceOf(Clear.class);
	}

	@Test
	void muchDoubtIsHeldUntilTheCoolingTimeIsOverAndThenPeopleStillDecide() {
		this.swap.contactSince = Swap.ago(1);
		this.swap.customerSince = Swap.ago(1);
		assertThat(this.swap.assessed()).isInstanceOfSatisfying(HoldUntil.class, hold -> {
			assertThat(hold.until()).isEqualTo(Swap.NOW.plus(Duration.ofHours(24)));
			assertThat(hold.people()).isEqualTo(2);
		});

		this.swap.askedSince = Optional.of(Swap.NOW.minus(Duration.ofHours(24)).plusSeconds(1));
		assertThat(this.swap.assessed()).isInstanceOfSatisfying(HoldUntil.class,
				hold -> assertThat(hold.until()).isEqualTo(Swap.NOW.plusSeconds(1)));

		this.swap.askedSince = Swap.ago(1);
		assertThat(this.swap.assessed()).isInstanceOfSatisfying(NeedsPeople.class,
				needed -> assertThat(needed.people()).isEqualTo(2));
	}

	@Test
	void aLockedLineIsReplacedWithThePasskeyOnly() {
		this.swap.lock = Lock.LOCKED;
		for (SignIn signIn : EnumSet.complementOf(EnumSet.of(SignIn.PASSKEY))) {
			this.swap.signIn = signIn;
			assertThat(this.swap.assessed()).isInstanceOfSatisfying(Refuse.class,
					refuse -> assertThat(refuse.until()).isEmpty());
		}

		this.swap.signIn = SignIn.PASSKEY;
		assertThat(this.swap.assessed()).isInstanceOfSatisfying(NeedsPeople.class,
				needed -> assertThat(needed.people()).isEqualTo(2));
	}

	@Test
	void whoeverKnowsEverythingAboutTheCustomerAndHoldsNothingNeverGetsThroughAlone() {
		this.swap.reason = Reason.LOST;
		this.swap.signIn = SignIn.MAILED_CODE;
		this.swap.browser = Browser.NEW;
		this.swap.oldSim = OldSim.ATTACHED;

		assertThat(this.swap.assessed()).isInstanceOfSatisfying(NeedsPeople.class,
				needed -> assertThat(needed.people()).isEqualTo(2));
	}

	@Test
	void allTogetherIsRefused() {
		oneThing().forEach(thing -> said(thing).accept(this.swap));
		this.swap.lock = Lock.OPEN;

		assertThat(this.swap.assessed()).isInstanceOfSatisfying(Refuse.class,
				refuse -> assertThat(refuse.until()).isEmpty());
	}

	@Test
	void theLimitsOfTheBrandRefuseUntilTheOldestChangeNoLongerCounts() {
		Instant older = Swap.ago(20).orElseThrow();
		this.swap.changes.addAll(List.of(older, Swap.ago(3).orElseThrow()));

		assertThat(this.swap.assessed()).isInstanceOfSatisfying(Refuse.class, refuse -> {
			assertThat(refuse.until()).contains(older.plus(Duration.ofDays(30)));
			assertThat(refuse.grounds().signals()).contains(Signal.LIMIT_OF_THIRTY_DAYS);
		});
	}

	@Test
	void whatIsUnknownIsNamedAndWeighsWhatTheBrandSays() {
		this.swap.reason = Reason.LOST;
		Assessment assessment = this.swap.assessed(Background.UNKNOWN);
		assertThat(assessment.grounds().unknown()).containsExactlyInAnyOrder(Fact.values());
		assertThat(assessment.grounds().points()).isEqualTo(10);

		var strict = Weights.strictBrand().protection();
		this.swap.weighedBy(new Brand.Protection(strict.weights(), 5, strict.stepUp(), strict.onePerson(),
				strict.twoPeople(), strict.hold(), strict.refuse(), strict.cooling(), strict.newAccount(),
				strict.newContact(), strict.failedSignIns(), strict.perDay()));
		assertThat(this.swap.assessed(Background.UNKNOWN).grounds().points()).isEqualTo(10 + 5 * Fact.values().length);
	}

	private static Arguments thing(Signal signal, Consumer<Swap> said) {
		return Arguments.of(signal, said);
	}

	private static Arguments thing(Consumer<Swap> said) {
		return Arguments.of(said);
	}

	@SuppressWarnings("unchecked")
	private static Consumer<Swap> said(Arguments thing) {
		return (Consumer<Swap>) thing.get()[1];
	}

}
