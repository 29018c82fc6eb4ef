package app.resim.account.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.account.BillingAnswer;
import app.resim.account.Standing;
import app.resim.account.Standing.Debt;
import app.resim.account.Standing.OpenBill;
import app.resim.account.port.Billing;
import app.resim.account.port.BillingContract;
import app.resim.account.simulated.SimulatedDeed.Kind;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

abstract class SimulatedBillingContract extends BillingContract {

	private static final String PEOPLE = """
			people:
			  - id: t-1
			    brand: tidewire
			    name: Three Lines
			    email: three.lines@example.com
			    language: en
			    lines:
			      - number: "+85255500108"
			        sim: ESIM
			        device: ""
			        billing:
			          currency: HKD
			          monthly: [ { text: Plan, amount: 138 } ]
			          once: [ { monthsAgo: 1, text: Roaming, amount: 76 }, { monthsAgo: 2, text: Messages, amount: 15 } ]
			          unpaid: [ { number: TW-NEWER, monthsAgo: 1 }, { number: TW-OLDER, monthsAgo: 2 } ]
			          refundWays: [ AS_PAID ]
			      - number: "+85255500176"
			        sim: ESIM
			        device: ""
			        billing: { currency: HKD, credit: 73.50, refundWays: [ NEXT_BILL, AS_PAID ] }
			      - number: "+85255500155"
			        sim: ESIM
			        device: ""
			        billing:
			          currency: HKD
			          commitments: [ { name: Two years, monthsLeft: 6, leavingCosts: 938.00 } ]
			          hanging: [ Family line ]
			      - { number: "+85255500114", sim: ESIM, device: "" }
			""";

	private static final Msisdn NOT_IN_THE_BOOKS = new Msisdn("+85255500114");

	private final MovingClock clock = new MovingClock();

	private JdbcClient database = JdbcClient.create(database());

	abstract DataSource database();

	@BeforeEach
	void empty() {
		this.database.sql("DELETE FROM simulated_billing").update();
	}

	/** Another node would look at the same database. */
	private SimulatedBills books() {
		try {
			return new SimulatedBills(new ByteArrayResource(PEOPLE.getBytes(StandardCharsets.UTF_8)), this.database,
					this.clock);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected Billing billing() {
		return billing("http://localhost:8080/demo/billing");
	}

	private Billing billing(String payAt) {
		return new SimulatedBilling(books(), this.clock, payAt);
	}

	@Override
	protected void pay(String number) {
		assertThat(books().pay(number)).isTrue();
	}

	@Override
	protected List<Money> refunds(String reference) {
		return books().deeds()
			.stream()
			.filter(deed -> deed.kind() == Kind.REFUNDED && deed.reference().equals(reference))
			.map(deed -> deed.amount().orElseThrow())
			.toList();
	}

	@Override
	protected long closings(Msisdn line) {
		return books().deeds().stream().filter(deed -> deed.kind() == Kind.CLOSED && deed.line().equals(line)).count();
	}

	@Test
	void aBillIsPaidOnceAndOnlyIfItExists() {
		assertThat(books().unpaid()).containsOnlyKeys(IN_DEBT);
		assertThat(books().pay("TW-OLDER")).isTrue();
		assertThat(books().pay("TW-OLDER")).isFalse();
		assertThat(books().pay("TW-NOBODY")).isFalse();
		assertThat(books().unpaid().get(IN_DEBT)).extracting(SimulatedBill::number).containsExactly("TW-NEWER");
		assertThat(books().deeds()).singleElement()
			.satisfies(deed -> assertThat(deed.amount()).contains(new Money(15300, "HKD")));
	}

	@Test
	void noContractEndsWhileABillIsUnpaid() {
		assertThat(billing().close(IN_DEBT, "RS-1")).isEqualTo(new BillingAnswer.Refused("unpaid"));
		pay("TW-OLDER");
		pay("TW-NEWER");
		assertThat(billing().close(IN_DEBT, "RS-1")).isEqualTo(new BillingAnswer.Done());
	}

	@Test
	void ofALineWithoutBooksNothingIsTold() {
		assertThat(billing().standing(KNOWN, NOT_IN_THE_BOOKS)).isEqualTo(Standing.UNKNOWN);
		assertThat(billing().close(NOT_IN_THE_BOOKS, "RS-1")).isEqualTo(new BillingAnswer.Done());
	}

	@Test
	void whereToPayIsToldOnlyIfNobodyReadsAlong() {
		assertThat(places(billing())).containsOnly(URI.create("http://localhost:8080/demo/billing"));
		assertThat(places(billing("http://pay.example.com"))).isEmpty();
		assertThat(places(billing(""))).isEmpty();
	}

	private static List<URI> places(Billing billing) {
		return ((Debt.Owed) billing.standing(KNOWN, IN_DEBT).debt()).bills()
			.stream()
			.map(OpenBill::payAt)
			.flatMap(place -> place.stream())
			.toList();
	}

}
