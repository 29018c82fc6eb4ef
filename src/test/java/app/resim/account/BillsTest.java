package app.resim.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import app.resim.MovingClock;
import app.resim.account.port.Billing;
import app.resim.account.port.Billing.BillingUnreachable;
import app.resim.counterpart.Counterparts;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * A billing behind its shield, and one that is not there at all.
 */
class BillsTest {

	private static final SubscriberId SAM = new SubscriberId("demo-1001");

	private static final Msisdn LINE = new Msisdn("+85255500142");

	private static final String REFERENCE = "RS-7K4M-29QD";

	private static final BillingAnswer DONE = new BillingAnswer.Done();

	private final MovingClock clock = new MovingClock();

	private final Counterparts counterparts = new Counterparts(this.clock, new SimpleMeterRegistry(),
			ObservationRegistry.NOOP, 5, Duration.ofSeconds(10), 8);

	private final Behind behind = new Behind();

	private final Bills bills = new Bills(
			new ShieldedBilling(this.behind, () -> this.counterparts.of(ShieldedBilling.NAME)));

	private BillingAnswer refund(long minor) {
		return this.bills.refund(SAM, LINE, new Money(minor, "HKD"), RefundWay.AS_PAID, REFERENCE);
	}

	@Test
	void whatIsAskedReachesTheBilling() {
		assertThat(this.bills.standing(SAM, LINE)).isEqualTo(Standing.UNKNOWN);
		assertThat(this.bills.stopCharging(LINE, MovingClock.START, REFERENCE)).isEqualTo(DONE);
		assertThat(refund(100)).isEqualTo(DONE);
		assertThat(this.bills.close(LINE, REFERENCE)).isEqualTo(DONE);
		assertThat(this.behind.asked).containsExactly("standing", "stop", "refund", "close");
		assertThat(this.bills.longestCall()).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void nothingIsNotGivenBackAndLessIsAFault() {
		assertThat(refund(0)).isEqualTo(DONE);
		assertThatIllegalArgumentException().isThrownBy(() -> refund(-1));
		assertThat(this.behind.asked).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "+85255500142", "RS 1", "a.b@example.com", "RS-7K4M-29QD-7K4M-29QD-7K4M-29QD-7K4M-29QD" })
	void aReferenceTellsNothingAndFitsEveryBilling(String reference) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.bills.close(LINE, reference))
			.satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("5550"));
	}

	@Test
	void afterFiveFailuresItIsLeftInPeaceForAWhile() {
		this.behind.answer = new BillingAnswer.Later("timeout");
		for (int i = 0; i < 7; i++) {
			assertThat(this.bills.close(LINE, REFERENCE)).isInstanceOf(BillingAnswer.Later.class);
		}
		assertThat(this.behind.asked).hasSize(5);
		assertThatExceptionOfType(BillingUnreachable.class).isThrownBy(() -> this.bills.standing(SAM, LINE));

		this.behind.answer = DONE;
		this.clock.move(Duration.ofSeconds(11));
		assertThat(this.bills.close(LINE, REFERENCE)).isEqualTo(DONE);
	}

	@Test
	void aRefusalIsNoFailure() {
		this.behind.answer = new BillingAnswer.Refused("unpaid");
		for (int i = 0; i < 7; i++) {
			assertThat(this.bills.close(LINE, REFERENCE)).isEqualTo(new BillingAnswer.Refused("unpaid"));
		}
		assertThat(this.behind.asked).hasSize(7);
	}

	@Test
	void whereThereIsNoBillingNothingIsKnownAndPeopleDoTheRest() {
		var none = new Bills(new NoBilling());
		assertThat(none.standing(SAM, LINE)).isEqualTo(Standing.UNKNOWN);
		assertThat(none.stopCharging(LINE, MovingClock.START, REFERENCE)).isEqualTo(none.close(LINE, REFERENCE))
			.isEqualTo(none.refund(SAM, LINE, new Money(1, "HKD"), RefundWay.AS_PAID, REFERENCE))
			.isEqualTo(new BillingAnswer.Refused("no-billing"));
	}

	private static final class Behind implements Billing {

		private final List<String> asked = new ArrayList<>();

		private BillingAnswer answer = DONE;

		private BillingAnswer asked(String what) {
			this.asked.add(what);
			return this.answer;
		}

		@Override
		public Duration longestCall() {
			return Duration.ofSeconds(3);
		}

		@Override
		public Standing standing(SubscriberId subscriber, Msisdn line) {
			asked("standing");
			return Standing.UNKNOWN;
		}

		@Override
		public BillingAnswer stopCharging(Msisdn line, Instant at, String reference) {
			return asked("stop");
		}

		@Override
		public BillingAnswer refund(SubscriberId subscriber, Msisdn line, Money amount, RefundWay way,
				String reference) {
			return asked("refund");
		}

		@Override
		public BillingAnswer close(Msisdn line, String reference) {
			return asked("close");
		}

	}

}
