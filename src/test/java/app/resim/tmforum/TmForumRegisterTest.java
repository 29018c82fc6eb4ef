package app.resim.tmforum;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.port.LineRegister;
import app.resim.provisioning.port.LineRegister.Change;
import app.resim.provisioning.port.LineRegister.RegisterUnreachable;
import app.resim.provisioning.port.LineRegisterContract;
import app.resim.tmforum.SimulatedBackEnd.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(30)
class TmForumRegisterTest extends LineRegisterContract {

	private static final DataSource DATABASE = FreshDatabase.h2();

	private static final String SERVICES = "/serviceInventory/v4/service";

	private static final String RESOURCES = "/resourceInventoryManagement/v4/resource";

	private static final String ORDERS = "/serviceOrdering/v4/serviceOrder";

	private static final String POST = "POST " + ORDERS;

	private static final Msisdn LINE = new Msisdn("+85255500142");

	private static final Iccid OLD = new Iccid("8985200000000000002");

	private static final Iccid NEW = new Iccid("8985200000000000010");

	private static final Change DONE = new Change.Done();

	private static final Change STILL_OPEN = new Change.Later("order-open");

	private MovingClock clock;

	private SimulatedBackEnd backEnd;

	private LineRegister register;

	@Override
	protected Msisdn line() {
		this.clock = new MovingClock();
		this.backEnd = new SimulatedBackEnd(this.clock);
		this.backEnd.add(SERVICES, """
				{"id":"svc-1","state":"active","serviceCharacteristic":[{"name":"msisdn","value":"85255500142"},
				 {"name":"iccid","value":"89852000 0000 0000 002F"},{"name":"stateSince","value":"2026-01-02"},
				 {"name":"onAir","value":true}]}""");
		JdbcClient.create(DATABASE).sql("DELETE FROM tmforum_order").update();
		this.register = register("names.attached=onAir");
		return LINE;
	}

	private LineRegister register(String... more) {
		TmForumProperties agreed = Agreements.with(this.backEnd,
				Stream.concat(Stream.of("number-with-plus=false", "page-size=10"), Stream.of(more))
					.toArray(String[]::new));
		return new TmForumRegister(agreed, Agreements.client(agreed),
				TmForumConfiguration.ordersUnderWay(agreed, JdbcClient.create(DATABASE), this.clock), this.clock);
	}

	@Override
	protected LineRegister register() {
		return this.register;
	}

	@AfterEach
	void close() {
		this.backEnd.close();
	}

	private int orders() {
		return this.backEnd.entries(ORDERS).size();
	}

	@Test
	void theStateTellsWhatTheBackEndTells() {
		assertThat(state().sim()).contains(OLD);
		assertThat(state().since()).contains(Instant.parse("2026-01-02T00:00:00Z"));
		assertThat(state().attached()).contains(true);
	}

	@Test
	void simsMayBeResourcesOfWhichTheOlderOneServes() {
		this.backEnd.entries(SERVICES).clear();
		this.backEnd.add(SERVICES, """
				{"id":"svc-1","state":"active","serviceCharacteristic":[{"name":"msisdn","value":"85255500142"}],
				 "supportingResource":[{"id":"r-new"},{"id":"r-old"},{"id":"gone"}]}""");
		this.backEnd.add(RESOURCES, """
				{"id":"r-new","startOperatingDate":"2026-08-01T00:00:00Z",
				 "resourceCharacteristic":[{"name":"ICCID","value":"8985200000000000010"}]}""");
		this.backEnd.add(RESOURCES, """
				{"id":"r-old","startOperatingDate":"2021-08-01T00:00:00Z",
				 "resourceCharacteristic":[{"name":"ICCID","value":"8985200000000000002"}]}""");
		assertThat(state().sim()).contains(OLD);
		assertThat(this.register.attach(LINE, NEW)).isEqualTo(DONE);
		assertThat(orders()).isZero();
	}

	@Test
	void aLineThatNobodyKnowsIsEmptyAndRefused() {
		Msisdn stranger = new Msisdn("+85255500999");
		assertThat(this.register.state(stranger)).isEmpty();
		assertThat(this.register.stop(stranger)).isEqualTo(new Change.Refused("no-such-line"));
	}

	@Test
	void twoServicesOfANumberAreForAPerson() {
		this.backEnd.add(SERVICES, """
				{"id":"svc-2","state":"active","serviceCharacteristic":[{"name":"msisdn","value":"+85255500142"}]}""");
		this.backEnd.unknownFilter = "serviceCharacteristic.value";
		assertThat(this.register.stop(LINE)).isEqualTo(new Change.Refused("ambiguous-line"));
		assertThatExceptionOfType(RegisterUnreachable.class).isThrownBy(() -> this.register.state(LINE));
	}

	@Test
	void anOrderIsLookedAtUntilItIsDone() {
		this.backEnd.looksBeforeDone = 3;
		assertThat(this.register.attach(LINE, NEW)).isEqualTo(DONE);
		assertThat(this.backEnd.calls("GET " + ORDERS + "/")).isEqualTo(3);
		assertThat(orders()).isEqualTo(1);
	}

	@Test
	void anOrderThatTakesLongerIsFoundAtTheNextTry() {
		this.backEnd.looksBeforeDone = 1_000_000;
		LineRegister hasty = register("poll-every=5s");
		assertThat(hasty.attach(LINE, NEW)).isEqualTo(STILL_OPEN);
		this.backEnd.looksBeforeDone = 1;
		assertThat(this.register.attach(LINE, NEW)).isEqualTo(DONE);
		assertThat(orders()).isEqualTo(1);
	}

	@Test
	void anOrderWhoseAnswerGotLostIsFoundByItsName() {
		this.backEnd.next(POST, Fate.DONE_BUT_ANSWER_LOST);
		assertThat(this.register.stop(LINE)).isInstanceOf(Change.Later.class);
		assertThat(this.register.stop(LINE)).isEqualTo(DONE);
		assertThat(orders()).isEqualTo(1);
	}

	@Test
	void whileASearchMayNotShowAnOrderNoOtherIsPlaced() {
		this.backEnd.searchLags = true;
		this.backEnd.looksBeforeDone = 1;
		this.backEnd.next(POST, Fate.DONE_BUT_ANSWER_LOST);
		assertThat(this.register.attach(LINE, NEW)).isInstanceOf(Change.Later.class);
		assertThat(register().attach(LINE, NEW)).isEqualTo(new Change.Later("asked-before"));
		this.backEnd.searchLags = false;
		assertThat(this.register.attach(LINE, NEW)).isEqualTo(DONE);
		assertThat(orders()).isEqualTo(1);
	}

	@Test
	void anOrderThatSurelyNeverArrivedIsPlacedAnewLater() {
		this.backEnd.next(POST, Fate.HANG);
		assertThat(this.register.attach(LINE, NEW)).isEqualTo(new Change.Later("timeout"));
		assertThat(this.register.attach(LINE, NEW)).isEqualTo(new Change.Later("asked-before"));
		this.clock.move(Duration.ofMinutes(2));
		assertThat(this.register.attach(LINE, NEW)).isEqualTo(DONE);
		assertThat(orders()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "BUSY", "TOKEN_EXPIRED" })
	void whatWasNotTakenIsOrderedAgainAtOnce(Fate fate) {
		this.backEnd.next(POST, fate);
		this.register.stop(LINE);
		assertThat(this.register.stop(LINE)).isEqualTo(DONE);
		assertThat(orders()).isEqualTo(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "HANG", "BROKEN", "BUSY", "GARBAGE", "ENDLESS" })
	void aFaultOfASearchOrdersNothing(Fate fate) {
		this.backEnd.next("GET " + ORDERS, fate);
		assertThat(this.register.stop(LINE)).isInstanceOf(Change.Later.class);
		assertThat(orders()).isZero();
		assertThat(this.register.stop(LINE)).isEqualTo(DONE);
	}

	@Test
	void ordersThatCannotBeSearchedAreNotPlaced() {
		for (int i = 0; i < 60; i++) {
			this.backEnd.add(ORDERS, "{\"id\":\"o-%d\",\"externalId\":\"other\",\"state\":\"completed\"}".formatted(i));
		}
		this.backEnd.unknownFilter = "externalId";
		assertThat(this.register.stop(LINE)).isEqualTo(new Change.Later("too-many"));
		assertThat(this.backEnd.calls(POST)).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "failed, order-failed", "rejected, order-rejected", "cancelled, order-cancelled",
			"partial, order-partial" })
	void anOrderThatEndsBadlyIsRefusedAndMayBePlacedAnewByAPersonLater(String state, String fault) {
		this.backEnd.ordersEnd = state;
		this.backEnd.looksBeforeDone = 2;
		assertThat(this.register.attach(LINE, NEW)).isEqualTo(new Change.Refused(fault));
		assertThat(this.register.attach(LINE, NEW)).isEqualTo(new Change.Refused(fault));
		assertThat(orders()).isEqualTo(1);
		this.backEnd.ordersEnd = "completed";
		this.clock.move(Duration.ofMinutes(11));
		assertThat(this.register.attach(LINE, NEW)).isEqualTo(DONE);
		assertThat(orders()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "pending", "held", "inProgress", "assessingCancellation", "whoKnows", "''" })
	void whatIsNotKnownToBeAnEndIsNone(String state) {
		String name = new Deed(Deed.Kind.STOP, LINE, Optional.empty()).externalId();
		this.backEnd.add(ORDERS, "{\"id\":\"o-1\",\"externalId\":\"%s\",\"state\":\"%s\"}".formatted(name, state));
		assertThat(register("poll-every=5s").stop(LINE)).isEqualTo(STILL_OPEN);
		assertThat(this.backEnd.calls(POST)).isZero();
	}

	@Test
	void aStopWaitsForAStartThatIsStillOpen() {
		assertThat(this.register.stop(LINE)).isEqualTo(DONE);
		this.clock.move(Duration.ofHours(1));
		this.backEnd.looksBeforeDone = 1_000_000;
		assertThat(register("poll-every=5s").start(LINE)).isEqualTo(STILL_OPEN);
		assertThat(register("poll-every=5s").stop(LINE)).isEqualTo(STILL_OPEN);
		this.backEnd.looksBeforeDone = 1;
		assertThat(this.register.stop(LINE)).isEqualTo(DONE);
		assertThat(state().stopped()).isTrue();
		assertThat(orders()).isEqualTo(3);
	}

	@Test
	void aLineThatSomebodyElseStartedIsStoppedByANewOrder() {
		this.register.stop(LINE);
		this.backEnd.entries(SERVICES)
			.getFirst()
			.withArray("serviceCharacteristic")
			.removeIf(entry -> entry.path("name").asString("").equals("state"));
		assertThat(this.register.stop(LINE)).isEqualTo(new Change.Later("not-yet-visible"));
		this.clock.move(Duration.ofMinutes(2));
		assertThat(this.register.stop(LINE)).isEqualTo(DONE);
		assertThat(state().stopped()).isTrue();
	}

	@Test
	void aSimWhoseLinkingIsNotYetVisibleIsNotTakenForUnlinked() {
		this.register.attach(LINE, NEW);
		this.backEnd.entries(SERVICES)
			.getFirst()
			.withArray("serviceCharacteristic")
			.removeIf(entry -> entry.path("value").asString("").equals(NEW.iccid()));
		assertThat(this.register.endSim(LINE, NEW)).isEqualTo(new Change.Later("not-yet-visible"));
	}

	@Test
	void nothingIsKeptOfWhatEnded() {
		this.register.stop(LINE);
		this.register.attach(LINE, NEW);
		assertThat(JdbcClient.create(DATABASE).sql("SELECT COUNT(*) FROM tmforum_order").query(Integer.class).single())
			.isZero();
	}

	@Test
	void anOrderTellsWhatIsWishedAndNoMore() {
		this.register.attach(LINE, NEW);
		var order = this.backEnd.entries(ORDERS).getFirst();
		assertThat(order.path("externalId").asString()).matches("resim-sim-attach-[0-9a-f]{32}");
		assertThat(order.path("serviceOrderItem")).hasToString(
				"[{\"id\":\"1\",\"action\":\"modify\",\"service\":{\"id\":\"svc-1\",\"serviceCharacteristic\":[{\"name\":\"iccid\",\"value\":\"8985200000000000010\"}]}}]");
	}

	@Test
	void aChangeEndsWithinTheLongestCallWhateverHangs() {
		this.backEnd.next("", Fate.WELL, Fate.HANG, Fate.HANG, Fate.HANG, Fate.HANG);
		long begin = System.nanoTime();
		assertThat(this.register.stop(LINE)).isInstanceOf(Change.Later.class);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(this.register.longestCall());
	}

}
