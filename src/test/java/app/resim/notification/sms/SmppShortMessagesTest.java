package app.resim.notification.sms;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import app.resim.MovingClock;
import app.resim.kernel.Msisdn;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGateway;
import app.resim.provisioning.es2plus.Certificates;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.test.system.CapturedOutput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Against a message centre that speaks SMPP.
 */
class SmppShortMessagesTest extends GatewayOverANetworkContract {

	private static final String LONG = "a".repeat(400);

	private final Centre centre = new Centre();

	private final MovingClock clock = new MovingClock();

	private SmppShortMessages gateway = gateway(Map.of());

	@AfterEach
	void hangUp() {
		this.gateway.close();
		this.centre.close();
	}

	@Override
	protected ShortMessageGateway gateway() {
		return this.gateway;
	}

	@Override
	protected List<String> arrived(Msisdn phone) {
		return this.centre.on(phone.e164().substring(1));
	}

	@Override
	void otherSideGoesDown() {
		this.centre.goDown();
	}

	@Override
	void otherSideComesBack() {
		this.centre.comeBack();
		this.clock.move(MessageCentre.PAUSE);
	}

	@Override
	@Test
	void manyThreadsSendAtOnce() throws Exception {
		super.manyThreadsSendAtOnce();
		assertThat(this.centre.bound).as("one session for all").hasSize(1);
	}

	@Test
	void nobodyIsCalledBeforeTheFirstMessage() {
		assertThat(this.centre.bound).isEmpty();
		send("One");
		assertThat(this.centre.bound).singleElement().satisfies(bound -> {
			assertThat(bound.getBindType()).isEqualTo(BindType.BIND_TX);
			assertThat(bound.getSystemId()).isEqualTo("resim");
			assertThat(bound.getPassword()).isEqualTo(Centre.PASSWORD);
			assertThat(bound.getSystemType()).isEqualTo("VMS");
		});
	}

	@ParameterizedTest
	@CsvSource({ "Tidewire, Tidewire, 5, 0,", "+85255500100, 85255500100, 1, 1,", "85255500100, 85255500100, 1, 1,",
			"10086, 10086, 3, 0, network-specific", "'',, 0, 0," })
	void theSenderIsANumberOrAName(String from, String address, byte ton, byte npi, String wished) {
		use((wished == null) ? Map.of("from", from) : Map.of("from", from, "from-ton", wished));
		send("One");

		assertThat(this.centre.submitted).singleElement().satisfies(message -> {
			assertThat(message.getSourceAddr()).isEqualTo(address);
			assertThat(message.getSourceAddrTon()).isEqualTo(ton);
			assertThat(message.getSourceAddrNpi()).isEqualTo(npi);
			assertThat(message.getDestAddress()).isEqualTo("85255500142");
			assertThat(message.getDestAddrTon()).isEqualTo((byte) 1);
			assertThat(message.getDestAddrNpi()).isEqualTo((byte) 1);
			assertThat(message.getEsmClass()).isZero();
			assertThat(message.getRegisteredDelivery()).isZero();
		});
	}

	@ParameterizedTest
	@ValueSource(ints = { SMPPConstant.STAT_ESME_RINVDSTADR, SMPPConstant.STAT_ESME_RINVDSTTON,
			SMPPConstant.STAT_ESME_RINVDSTNPI })
	void aNumberThatNeverWorksIsRefused(int status) {
		this.centre.answers(Centre.says(status));
		assertThat(this.gateway.send(new ShortMessage(SAM, "One"))).isEqualTo(Outcome.REFUSED);
	}

	@ParameterizedTest
	@ValueSource(
			ints = { SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL, SMPPConstant.STAT_ESME_RSYSERR,
					SMPPConstant.STAT_ESME_RSUBMITFAIL, SMPPConstant.STAT_ESME_RINVSRCADR, 0x400 })
	void whatMayWorkLaterIsTriedLaterOverTheSameSession(int status) {
		this.centre.answers(Centre.says(status));
		assertThatItIsTriedLater("Two");
		this.centre.answers((message, session) -> {
		});
		send("Two");

		assertThat(arrived(SAM)).containsExactly("Two");
		assertThat(this.centre.bound).hasSize(1);
	}

	@Test
	void aMessageOfWhichAPartWasNotTakenArrivesOnceWhenItIsRepeated() {
		var number = new AtomicInteger();
		this.centre.answers((message, session) -> {
			if (number.incrementAndGet() == 2) {
				Centre.says(SMPPConstant.STAT_ESME_RTHROTTLED).to(message, session);
			}
		});
		assertThatItIsTriedLater(LONG);
		assertThat(this.centre.submitted).as("the third part is not even tried").hasSize(1);
		send(LONG);

		assertThat(arrived(SAM)).containsExactly(LONG);
		assertThat(this.centre.submitted).extracting(SubmitSm::getShortMessage)
			.extracting(octets -> octets[3])
			.satisfies(references -> assertThat(references.get(0)).isNotEqualTo(references.get(1)));
	}

	@Test
	void aSessionThatIsDroppedInTheMiddleIsNoticedAtOnceAndMadeAnew() {
		use(Map.of("answer-timeout", "10m"));
		this.centre.answers((message, session) -> session.close());
		assertThatItIsTriedLater("One");
		assertThat(arrived(SAM)).as("what the other side did with it, nobody knows").hasSizeLessThanOrEqualTo(1);

		this.centre.answers((message, session) -> {
		});
		send("Two");
		assertThat(arrived(SAM)).endsWith("Two");
		assertThat(this.centre.bound).hasSize(2);
	}

	@Test
	void aSessionThatBrokeBetweenTwoMessagesIsMadeAnew() {
		send("One");
		this.centre.dropSessions();
		// the end may not have come through yet: then the message is tried later, as
		// always
		try {
			send("Two");
		}
		catch (GatewayUnreachable ex) {
			send("Two");
		}
		assertThat(arrived(SAM)).containsExactly("One", "Two");
	}

	@Test
	void aCentreThatHangsIsWaitedForOnlySoLong() {
		use(Map.of("connect-timeout", "100ms", "answer-timeout", "200ms"));
		this.centre.fallsSilent();
		assertThatItIsTriedLater("One");
	}

	@Test
	void aCentreThatDoesNotEvenBindIsWaitedForOnlySoLong() throws Exception {
		try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			use(Map.of("port", String.valueOf(silent.getLocalPort()), "connect-timeout", "100ms", "answer-timeout",
					"200ms"));
			assertThatItIsTriedLater("One");
		}
	}

	@Test
	void aWrongPasswordIsNamedAndNotTriedAllTheTime(CapturedOutput log) {
		use(Map.of("password", "k9-wrong"));
		assertThatExceptionOfType(GatewayUnreachable.class).isThrownBy(() -> send("One"))
			.withMessageContaining("WrongCredentials");
		assertThat(log.getAll()).contains("resim.notification.sms.smpp.system-id and .password")
			.doesNotContain("k9-wrong");

		assertThatItIsTriedLater("One");
		assertThat(this.centre.bound).hasSize(1);
		this.clock.move(MessageCentre.PAUSE);
		assertThatItIsTriedLater("One");
		assertThat(this.centre.bound).hasSize(2);
	}

	@Test
	void aQuietLineIsTried() throws Exception {
		use(Map.of("enquire-link", "50ms"));
		send("One");
		assertThat(this.centre.enquired.await(10, TimeUnit.SECONDS)).isTrue();
		send("Two");
		assertThat(this.centre.bound).hasSize(1);
	}

	@Test
	void moreThanWasAgreedIsNotSent() {
		use(Map.of("messages-per-second", "1", "connect-timeout", "500ms", "answer-timeout", "400ms"));
		send("One");
		assertThatItIsTriedLater(LONG);
		assertThat(this.centre.submitted).hasSize(1);
	}

	@Test
	void afterTheEndNothingIsSentAndTheSessionIsLeft() throws Exception {
		send("One");
		this.gateway.close();

		assertThatItIsTriedLater("Two");
		assertThat(this.centre.left.await(10, TimeUnit.SECONDS)).isTrue();
		assertThat(this.centre.bound).hasSize(1);
	}

	@Test
	void theLineIsEncryptedWithTheNamedBundle() {
		assertThat(overTls("portal", "server", "localhost")).isEqualTo(Outcome.TAKEN);
	}

	@ParameterizedTest
	@CsvSource({ "portal, stranger, localhost", "stranger, server, localhost", "portal, server, 127.0.0.1" })
	void nothingIsSentToAStrangerOrByOne(String own, String trusted, String host) {
		assertThatExceptionOfType(GatewayUnreachable.class).isThrownBy(() -> overTls(own, trusted, host));
	}

	@ParameterizedTest
	@CsvSource({ "host, ''", "system-id, ''", "system-id, sixteen-letters-", "password, nine-lett", "system-type, 電訊",
			"from, more-than-eleven", "from, 潮信", "from, +1234567890123456", "messages-per-second, -1" })
	void settingsThatCannotWorkStopTheStart(String name, String wrong) {
		assertThatThrownBy(() -> use(Map.of(name, wrong))).rootCause()
			.hasMessageStartingWith("resim.notification.sms.smpp." + name);
	}

	@Test
	void thePasswordIsNotPrinted() {
		assertThat(agreed(Map.of())).asString().doesNotContain(Centre.PASSWORD);
	}

	@Test
	void aLineThatNeverGetsEncryptedIsWaitedForOnlySoLong() throws Exception {
		try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			var context = Certificates.bundle("portal", "server").createSslContext();
			this.gateway = new SmppShortMessages(agreed(Map.of("port", String.valueOf(silent.getLocalPort()),
					"connect-timeout", "100ms", "answer-timeout", "200ms")), () -> Optional.of(context), this.clock,
					new Random(7));
			assertThatItIsTriedLater("One");
		}
	}

	private Outcome overTls(String own, String trusted, String host) {
		var bundles = new DefaultSslBundleRegistry("smsc", Certificates.bundle(own, trusted));
		try (var guarded = new Centre(new WantingCertificates(Certificates.bundle("server", "portal")));
				var secret = new SmppShortMessages(
						agreed(Map.of("host", host, "port", String.valueOf(guarded.port()), "ssl-bundle", "smsc")),
						() -> Optional.of(bundles.getBundle("smsc").createSslContext()), this.clock, new Random(7))) {
			Outcome outcome = secret.send(new ShortMessage(SAM, "One"));
			assertThat(guarded.on("85255500142")).containsExactly("One");
			return outcome;
		}
	}

	private void send(String words) {
		assertThat(this.gateway.send(new ShortMessage(SAM, words))).isEqualTo(Outcome.TAKEN);
	}

	private void use(Map<String, String> settings) {
		this.gateway = gateway(settings);
	}

	private SmppShortMessages gateway(Map<String, String> settings) {
		return new SmppShortMessages(agreed(settings), Optional::empty, this.clock, new Random(7));
	}

	private SmppProperties agreed(Map<String, String> settings) {
		var all = new HashMap<>(Map.of("host", "127.0.0.1", "port", String.valueOf(this.centre.port()), "system-id",
				"resim", "password", Centre.PASSWORD, "system-type", "VMS", "from", "Tidewire"));
		all.putAll(settings);
		return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("", SmppProperties.class);
	}

}
