package app.resim.tmforum;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.account.Line;
import app.resim.account.Line.SimKind;
import app.resim.account.port.SubscriberDirectory;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.account.port.SubscriberDirectoryContract;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.tmforum.SimulatedBackEnd.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

@Timeout(30)
class TmForumDirectoryTest extends SubscriberDirectoryContract {

	private static final String CUSTOMERS = "/customerManagement/v4/customer";

	private static final String PARTIES = "/party/v4/individual";

	private static final String PRODUCTS = "/productInventory/v4/product";

	private static final String RESOURCES = "/resourceInventoryManagement/v4/resource";

	private static final String PAYMENTS = "/paymentManagement/v4/payment";

	private static final SubscriberId KNOWN = new SubscriberId("c-1");

	private static final String EMAIL = "two.lines@example.com";

	private static final Msisdn FIRST = new Msisdn("+85255500142");

	private static final Msisdn SECOND = new Msisdn("+85255500187");

	private static final DataSource DATABASE = FreshDatabase.h2();

	private final MovingClock clock = new MovingClock();

	private final SimulatedBackEnd backEnd = new SimulatedBackEnd(this.clock);

	private SubscriberDirectory directory = directory("documents.HKID=identityCard");

	@BeforeEach
	void people() {
		JdbcClient.create(DATABASE).sql("DELETE FROM tmforum_order").update();
		customer("c-1", "p-1", "Two.Lines@example.com");
		customer("c-2", "p-2", "shared@example.com");
		customer("c-3", "p-3", "shared@example.com");
		this.backEnd.add(PARTIES, """
				{"id":"p-1","fullName":"Wong Siu Man","birthDate":"1990-05-14T00:00:00Z","individualIdentification":[
				 {"identificationType":"identityCard","identificationId":"A123456(3)"}]}""");
		product("pr-1", SECOND, "active", "r-1");
		product("pr-2", FIRST, "suspended", "r-2");
		product("pr-3", new Msisdn("+85255500333"), "terminated", "r-2");
		this.backEnd.add(PRODUCTS,
				"{\"id\":\"pr-4\",\"status\":\"active\",\"relatedParty\":[{\"id\":\"c-1\",\"role\":\"customer\"}]}");
		this.backEnd.add(RESOURCES,
				"""
						{"id":"r-1","category":"SIM card","resourceCharacteristic":[{"name":"iccid","value":"8985200000000000002"}]}""");
		this.backEnd.add(RESOURCES, """
				{"id":"r-2","category":"eSIM","resourceCharacteristic":[
				 {"name":"iccid","value":"8985200000000000003"},{"name":"device","value":"iPhone 15"}]}""");
	}

	private void customer(String id, String party, String email) {
		this.backEnd.add(CUSTOMERS, """
				{"id":"%s","name":"%s","validFor":{"startDateTime":"2019-03-11T00:00:00Z"},"surprise":{"a":[1]},
				 "engagedParty":{"id":"%s"},"account":[{"id":"ba-%s"}],
				 "characteristic":[{"name":"language","value":"zh_Hant"}],
				 "contactMedium":[
				  {"mediumType":"email","preferred":true,"validFor":{"startDateTime":"2026-07-01T08:00:00.000+08:00"},
				   "characteristic":{"emailAddress":"%s"}},
				  {"mediumType":"email","validFor":{"endDateTime":"2020-01-01T00:00:00Z"},
				   "characteristic":{"emailAddress":"old-%s"}},
				  {"mediumType":"backup phone","characteristic":{"phoneNumber":"852 5550 0121"}}]}""".formatted(id, id,
				party, id, email, email));
	}

	private void product(String id, Msisdn number, String status, String resource) {
		this.backEnd.add(PRODUCTS, """
				{"id":"%s","status":"%s ","productSerialNumber":"%s","realizingResource":[{"id":"%s"}],
				 "relatedParty":[{"id":"someone","role":"reseller"},{"id":"c-1","role":"Customer"}]}""".formatted(id,
				status, number.e164(), resource));
	}

	@AfterEach
	void close() {
		this.backEnd.close();
	}

	private SubscriberDirectory directory(String... more) {
		TmForumProperties agreed = Agreements.with(this.backEnd, more);
		return new TmForumDirectory(agreed, Agreements.client(agreed),
				TmForumConfiguration.ordersUnderWay(agreed, JdbcClient.create(DATABASE), this.clock), this.clock);
	}

	@Override
	protected SubscriberDirectory directory() {
		return this.directory;
	}

	@Override
	protected SubscriberId known() {
		return KNOWN;
	}

	@Override
	protected String knownEmail() {
		return EMAIL;
	}

	@Override
	protected List<Msisdn> knownNumbers() {
		return List.of(FIRST, SECOND);
	}

	@Override
	protected String sharedEmail() {
		return "shared@example.com";
	}

	@Override
	protected List<Money> bill(SubscriberId id) {
		return this.backEnd.entries(PAYMENTS)
			.stream()
			.filter(payment -> payment.path("payer").path("id").asString().equals(id.subscriber()))
			.map(payment -> new Money(
					payment.path("totalAmount").path("value").decimalValue().movePointRight(2).longValueExact(),
					payment.path("totalAmount").path("unit").asString()))
			.toList();
	}

	@Test
	void aCustomerIsReadFromWhatTheBackEndTells() {
		var customer = this.directory.find(KNOWN).orElseThrow();
		assertThat(customer.brand().brand()).isEqualTo("tidewire");
		assertThat(customer.language()).isEqualTo(Locale.forLanguageTag("zh-Hant"));
		assertThat(customer.backupPhone()).contains(new Msisdn("+85255500121"));
		assertThat(this.directory.identity(KNOWN).birth()).contains(LocalDate.of(1990, 5, 14));
		assertThat(this.directory.identity(KNOWN).numbers()).isEqualTo(Map.of(DocumentKind.HKID, "A123456(3)"));
		assertThat(this.directory.tenure(KNOWN).contactSince()).contains(Instant.parse("2026-07-01T00:00:00Z"));
	}

	@Test
	void aLineTellsItsSimAndItsPhone() {
		assertThat(this.directory.lines(KNOWN)).extracting(Line::sim).containsExactly(SimKind.ESIM, SimKind.CARD);
		assertThat(this.directory.lines(KNOWN)).extracting(Line::device).containsExactly("iPhone 15", "");
	}

	@Test
	void anAddressThatIsNoLongerValidFindsNobody() {
		assertThat(this.directory.byEmail("old-" + EMAIL)).isEmpty();
	}

	@Test
	void aFilterThatTheBackEndDoesNotKnowFindsNobodyElse() {
		this.backEnd.unknownFilter = "contactMedium.characteristic.emailAddress";
		assertThat(directory("page-size=10").byEmail("stranger@example.com")).isEmpty();
		assertThat(directory("page-size=10").byEmail(EMAIL)).isPresent();
		this.backEnd.unknownFilter = "productSerialNumber";
		assertThat(directory("page-size=10").byNumber(new Msisdn("+85255500999"))).isEmpty();
	}

	@Test
	void moreThanIsEverReadIsNoAnswer() {
		this.backEnd.unknownFilter = "contactMedium.characteristic.emailAddress";
		SubscriberDirectory narrow = directory("page-size=1", "most-pages=2");
		assertThatExceptionOfType(DirectoryUnreachable.class).isThrownBy(() -> narrow.byEmail(EMAIL));
	}

	@Test
	void theSecondOfTwoIsFoundOnTheNextPage() {
		assertThat(directory("page-size=1").byEmail("shared@example.com")).isEmpty();
		assertThat(directory("page-size=1").lines(KNOWN)).hasSize(2);
	}

	@Test
	void entriesThatComeTwiceCountOnce() {
		this.backEnd.answersTwice = true;
		assertThat(this.directory.byEmail(EMAIL)).isPresent();
		assertThat(this.directory.lines(KNOWN)).hasSize(2);
	}

	@Test
	void aNumberOfTwoCustomersIsNobodys() {
		this.backEnd.add(PRODUCTS,
				"""
						{"id":"pr-9","status":"active","productSerialNumber":"%s","relatedParty":[{"id":"c-2","role":"customer"}]}"""
					.formatted(FIRST.e164()));
		assertThat(this.directory.byNumber(FIRST)).isEmpty();
	}

	@Test
	void strangersCostAsManyCallsAsCustomers() {
		this.directory.find(KNOWN);
		this.backEnd.asked.clear();
		this.directory.byNumber(FIRST);
		int known = this.backEnd.asked.size();
		this.backEnd.asked.clear();
		this.directory.byNumber(new Msisdn("+85255500999"));
		assertThat(this.backEnd.asked).hasSize(known);
		this.backEnd.asked.clear();
		this.directory.byEmail(EMAIL);
		this.directory.byEmail("stranger@example.com");
		assertThat(this.backEnd.asked).hasSize(2);
	}

	@Test
	void contactsMayStandWithTheParty() {
		this.backEnd.entries(PARTIES).clear();
		this.backEnd.add(PARTIES, """
				{"id":"p-1","fullName":"Wong Siu Man","contactMedium":[
				 {"mediumType":"email","characteristic":{"emailAddress":"party@example.com"}}]}""");
		SubscriberDirectory ofParties = directory("contacts-of-party=true");
		var customer = ofParties.byEmail("party@example.com").orElseThrow();
		assertThat(customer.id()).isEqualTo(KNOWN);
		assertThat(customer.name()).isEqualTo("Wong Siu Man");
		assertThat(ofParties.find(KNOWN)).contains(customer);
		assertThat(ofParties.byNumber(FIRST)).contains(customer);
		assertThat(ofParties.byEmail(EMAIL)).isEmpty();
		assertThat(ofParties.find(new SubscriberId("c-2"))).isEmpty();
	}

	@Test
	void aTokenThatWasRefusedIsReplacedOnce() {
		this.directory.find(KNOWN);
		this.backEnd.next("GET " + CUSTOMERS, Fate.TOKEN_EXPIRED);
		assertThat(this.directory.find(KNOWN)).isPresent();
		assertThat(this.backEnd.calls("POST /token")).isEqualTo(2);
	}

	@Test
	void oneTokenServesForAll() {
		this.directory.find(KNOWN);
		this.directory.byEmail(EMAIL);
		assertThat(this.backEnd.calls("POST /token")).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "HANG", "BROKEN", "BUSY", "GARBAGE", "ENDLESS" })
	void aFaultIsToldWithoutTellingWhoWasAskedFor(Fate fate) {
		this.backEnd.next("GET " + CUSTOMERS, fate);
		assertThatExceptionOfType(DirectoryUnreachable.class).isThrownBy(() -> this.directory.byEmail(EMAIL))
			.satisfies(fault -> {
				for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
					assertThat(cause.toString()).doesNotContainIgnoringCase("two.lines").doesNotContain("/customer");
				}
			});
		assertThat(this.directory.byEmail(EMAIL)).isPresent();
	}

	@Test
	void withoutATokenNobodyIsAsked() {
		this.backEnd.next("POST /token", Fate.BROKEN);
		assertThatExceptionOfType(DirectoryUnreachable.class).isThrownBy(() -> this.directory.find(KNOWN));
		assertThat(this.backEnd.calls("GET ")).isZero();
	}

	@Test
	void aChargeWhoseAnswerGotLostIsFoundAgain() {
		Money fee = new Money(3050, "HKD");
		this.backEnd.next("POST " + PAYMENTS, Fate.DONE_BUT_ANSWER_LOST);
		assertThatExceptionOfType(DirectoryUnreachable.class)
			.isThrownBy(() -> this.directory.charge(KNOWN, fee, "RS-7K4M-29QD"));
		assertThatNoException().isThrownBy(() -> this.directory.charge(KNOWN, fee, "RS-7K4M-29QD"));
		assertThat(bill(KNOWN)).containsExactly(fee);
		assertThat(this.backEnd.entries(PAYMENTS).getFirst().path("account").path("id").asString()).isEqualTo("ba-c-1");
	}

	@Test
	void aChargeIsNotRepeatedWhileASearchMayNotShowIt() {
		Money fee = new Money(3000, "HKD");
		this.backEnd.searchLags = true;
		this.backEnd.next("POST " + PAYMENTS, Fate.DONE_BUT_ANSWER_LOST);
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(DirectoryUnreachable.class)
				.isThrownBy(() -> this.directory.charge(KNOWN, fee, "RS-7K4M-29QD"));
		}
		assertThat(bill(KNOWN)).containsExactly(fee);
	}

	@Test
	void onlyTheFieldsThatAreReadAreAskedFor() {
		this.directory.find(KNOWN);
		assertThat(this.backEnd.asked).filteredOn(line -> line.startsWith("GET"))
			.isNotEmpty()
			.allMatch(line -> line.contains("fields=id,") || line.contains("fields=id%2C"));
	}

	@Test
	void allThatIsAskedEndsInTime() {
		this.backEnd.next("GET ", Fate.HANG, Fate.HANG, Fate.HANG, Fate.HANG, Fate.HANG);
		long begin = System.nanoTime();
		assertThatExceptionOfType(DirectoryUnreachable.class).isThrownBy(() -> this.directory.lines(KNOWN));
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
	}

}
