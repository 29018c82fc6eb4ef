package app.resim.provisioning.port;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.port.Outcome.Done;
import app.resim.provisioning.port.Outcome.Refused;
import app.resim.provisioning.port.Outcome.Unknown;
import app.resim.provisioning.port.Outcome.Unreachable;
import app.resim.provisioning.port.ProfileServer.Cancel;
import app.resim.provisioning.port.ProfileServer.Confirm;
import app.resim.provisioning.port.ProfileServer.Confirmation;
import app.resim.provisioning.port.ProfileServer.Nothing;
import app.resim.provisioning.port.ProfileServer.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every adapter to an SM-DP+ keeps, tried against a server that follows SGP.22 and
 * refuses what it has done before.
 */
public abstract class ProfileServerContract {

	private static final Optional<Eid> EID = Optional.of(new Eid("89049032123451234512345678901235"));

	private static final Optional<Eid> OTHER = Optional.of(new Eid("89086030202200000022000023022943"));

	/** The adapter. */
	protected abstract ProfileServer server();

	/** An available profile that was not used before. */
	protected abstract Iccid available();

	/** From now on no connection can be opened. */
	protected abstract void goDown();

	/** The next call is carried out, but its answer never arrives. */
	protected abstract void loseTheNextAnswer();

	@Test
	void anOrderByTypeReservesAProfileOfTheServersChoice() {
		Iccid first = reserved(Optional.empty(), Optional.empty());
		Iccid second = reserved(Optional.empty(), Optional.empty());
		assertThat(first).isNotEqualTo(second);
	}

	@Test
	void anOrderThatNamesItsProfileGetsThatOneAndGetsItOnce() {
		Iccid iccid = available();
		assertThat(reserved(Optional.of(iccid), EID)).isEqualTo(iccid);
		assertThat(server().downloadOrder(call(), new Order(Optional.of(iccid), "any", EID)))
			.isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("8.2.1-3.3"));
	}

	@Test
	void aReservedProfileIsConfirmedOnceAndNamesWhatThePhoneNeeds() {
		Iccid iccid = reserved(Optional.of(available()), EID);
		Confirmation confirmed = confirmed(iccid, EID);
		assertThat(confirmed.asSent()).isTrue();
		assertThat(confirmed.boundTo()).isEqualTo(EID);
		assertThat(confirmed.matchingId()).matches("[0-9A-Z-]+");
		assertThat(confirmed.smdpAddress()).isNotBlank();
		assertThat(confirm(iccid, EID)).isInstanceOf(Refused.class);
	}

	@Test
	void aMatchingIdOfOursIsUsedWhereTheServerTakesOne() {
		String wished = "RESIM-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
		Iccid iccid = reserved(Optional.of(available()), Optional.empty());
		var outcome = server().confirmOrder(call(),
				new Confirm(iccid, Optional.empty(), Optional.of(wished), Optional.of("123456")));
		assertThat(outcome).isInstanceOfSatisfying(Done.class, done -> {
			var confirmed = (Confirmation) done.answer();
			assertThat(confirmed.asSent()).isTrue();
			assertThat(confirmed.matchingId().equals(wished)).isEqualTo(server().acceptsMatchingId());
			assertThat(confirmed.boundTo()).isEmpty();
		});
	}

	@Test
	void anAvailableProfileCannotBeConfirmedOrReleased() {
		Iccid iccid = available();
		assertThat(confirm(iccid, Optional.empty())).isInstanceOf(Refused.class);
		assertThat(server().releaseProfile(call(), iccid)).isInstanceOf(Refused.class);
	}

	@Test
	void releasingAReleasedProfileSucceedsAsOftenAsOneLikes() {
		Iccid iccid = reserved(Optional.of(available()), Optional.empty());
		assertThat(server().releaseProfile(call(), iccid)).isInstanceOf(Refused.class);
		confirmed(iccid, Optional.empty());
		assertThat(server().releaseProfile(call(), iccid)).isEqualTo(new Done<>(new Nothing()));
		assertThat(server().releaseProfile(call(), iccid)).isEqualTo(new Done<>(new Nothing()));
	}

	@Test
	void aReservedProfileThatIsTakenBackCanBeOrderedAgain() {
		Iccid iccid = reserved(Optional.of(available()), EID);
		assertThat(server().cancelOrder(call(), new Cancel(iccid, EID, Optional.empty(), true)))
			.isEqualTo(new Done<>(new Nothing()));
		assertThat(reserved(Optional.of(iccid), OTHER)).isEqualTo(iccid);
	}

	@Test
	void aReleasedProfileIsTakenBackForGoodByItsMatchingIdAndEid() {
		Iccid iccid = reserved(Optional.of(available()), EID);
		Optional<String> matchingId = Optional.of(confirmed(iccid, EID).matchingId());
		assertThat(server().cancelOrder(call(), new Cancel(iccid, EID, Optional.of("OTHER"), false)))
			.isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("8.2.6-3.10"));
		assertThat(server().cancelOrder(call(), new Cancel(iccid, OTHER, matchingId, false)))
			.isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("8.2.1-3.10"));
		assertThat(server().cancelOrder(call(), new Cancel(iccid, EID, matchingId, false)))
			.isEqualTo(new Done<>(new Nothing()));
		assertThat(server().cancelOrder(call(), new Cancel(iccid, EID, matchingId, false))).isInstanceOf(Refused.class);
		assertThat(server().downloadOrder(call(), new Order(Optional.of(iccid), "any", EID)))
			.isInstanceOf(Refused.class);
	}

	@Test
	void aServerThatCannotBeReachedIsToldFromOneThatDoesNotAnswer() {
		Iccid iccid = available();
		loseTheNextAnswer();
		assertThat(server().downloadOrder(call(), new Order(Optional.of(iccid), "any", EID)))
			.isInstanceOf(Unknown.class);
		assertThat(server().downloadOrder(call(), new Order(Optional.of(iccid), "any", EID)))
			.isInstanceOf(Refused.class);
		goDown();
		assertThat(server().downloadOrder(call(), new Order(Optional.of(iccid), "any", EID)))
			.isInstanceOf(Unreachable.class);
		assertThat(server().releaseProfile(call(), iccid)).isInstanceOf(Unreachable.class);
	}

	@Test
	void theLongestCallIsKnown() {
		assertThat(server().longestCall()).isBetween(Duration.ofMillis(1), Duration.ofMinutes(2));
	}

	@Test
	void nothingPrintsASecret() {
		var confirm = new Confirm(available(), EID, Optional.of("SECRET-1"), Optional.of("SECRET-2"));
		var cancel = new Cancel(available(), EID, Optional.of("SECRET-1"), true);
		var confirmation = new Confirmation("SECRET-1", "SECRET-2", EID, true);
		assertThat(confirm.toString() + cancel + confirmation + new Refused<>("1-1", "SECRET-3"))
			.doesNotContain("SECRET");
	}

	private Iccid reserved(Optional<Iccid> iccid, Optional<Eid> eid) {
		return answer(server().downloadOrder(call(), new Order(iccid, "any", eid)));
	}

	private Confirmation confirmed(Iccid iccid, Optional<Eid> eid) {
		return answer(confirm(iccid, eid));
	}

	private Outcome<Confirmation> confirm(Iccid iccid, Optional<Eid> eid) {
		return server().confirmOrder(call(), new Confirm(iccid, eid, Optional.empty(), Optional.empty()));
	}

	private static String call() {
		return "contract-" + UUID.randomUUID();
	}

	private static <T> T answer(Outcome<T> outcome) {
		if (outcome instanceof Done<T>(T answer)) {
			return answer;
		}
		throw new AssertionError(outcome.toString());
	}

}
