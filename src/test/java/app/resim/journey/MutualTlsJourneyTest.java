package app.resim.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLContext;

import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Devices;
import app.resim.catalogue.Reason;
import app.resim.identity.RememberedExaminations;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProfileServer;
import app.resim.provisioning.simulated.SimulatedSmDp;
import app.resim.request.DeviceFacts;
import app.resim.request.EsimAnswer;
import app.resim.request.Phase;
import app.resim.request.PicturesOfARequest;
import app.resim.request.RequestReference;
import app.resim.request.Requests;
import app.resim.request.SubmitAnswer;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.awaitility.Awaitility.await;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The portal and an SM-DP+ in two processes, each with a certificate of its own, as an
 * operator would connect them: settings, jobs in the background, the real clock.
 */
@Tag("module")
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = { "resim.data=target/mutual-tls",
		"resim.limits.times=1000", "spring.ssl.bundle.watch.file.quiet-period=300ms",
		"spring.datasource.url=jdbc:h2:mem:mutual-tls;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1" })
@Import(RememberedExaminations.class)
@DirtiesContext
class MutualTlsJourneyTest {

	private static final SubscriberId SAM = new SubscriberId("demo-1001");

	private static final Msisdn LINE = new Msisdn("+85255500142");

	private static final Eid EID = new Eid("89049032123451234512345678901235");

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final List<String> ENDINGS = List.of(".crt", ".key");

	@TempDir
	private static Path folder;

	private static Path tls;

	private static SmDpProcess smDp;

	private static String portal;

	@Autowired
	private Requests requests;

	@Autowired
	private Devices devices;

	@Autowired
	private ProfileServer profileServer;

	@Autowired
	private ObjectProvider<SimulatedSmDp> insideThePortal;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private Clock clock;

	@DynamicPropertySource
	static void twoProcesses(DynamicPropertyRegistry settings) throws Exception {
		tls = folder.resolve("tls");
		SmDpProcess.makeCertificates(tls);
		int port = FreePort.anyFree();
		portal = "https://localhost:" + port;
		smDp = SmDpProcess.start(tls, portal);
		for (String ending : ENDINGS) {
			Files.copy(tls.resolve("portal" + ending), tls.resolve("portal-valid" + ending));
		}
		asItComes().forEach((name, value) -> settings.add(name, () -> value));
		settings.add("server.port", () -> port);
		settings.add("resim.provisioning.es2plus.url", () -> smDp.url());
	}

	/** The settings that lie beside the certificates. */
	private static Map<String, Object> asItComes() throws IOException {
		Map<String, Object> settings = new HashMap<>();
		for (PropertySource<?> source : new YamlPropertySourceLoader().load("portal.yaml",
				new FileSystemResource(tls.resolve("portal.yaml")))) {
			for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
				settings.put(name, source.getProperty(name));
			}
		}
		return settings;
	}

	@AfterAll
	static void stop() {
		smDp.close();
	}

	@Test
	void aPhoneIsReplacedThroughTheOtherProcess() throws Exception {
		assertThat(this.insideThePortal.getIfAvailable()).isNull();
		assertThat(smDp.pid()).isNotEqualTo(ProcessHandle.current().pid());
		assertThat(smDp.profiles()).as("the demonstration orders nothing by itself").doesNotContain("iccid");
		RequestReference request = sent();
		await().atMost(PATIENCE).until(() -> phase(request) == Phase.READY);
		var card = (EsimAnswer.Shown) this.requests.showEsim(request, SAM, this.clock.instant());
		assertThat(card.activationCode()).startsWith("LPA:1$smdp.example.com$").endsWith(card.matchingId());
		assertThat(smDp.profiles()).contains("\"RELEASED\"", EID.eid());

		String report = """
				{"iccid":"%s","notificationPointId":4,"notificationPointStatus":{"status":"Executed-Success"}}"""
			.formatted(smDp.profiles().replaceAll("(?s).*?\"iccid\" : \"([0-9]+)\".*", "$1"));
		assertThat(report(report, "stranger")).as("another subject").isEqualTo(401);
		assertThat(report(report, null)).as("no certificate").isEqualTo(401);
		assertThatThrownBy(() -> report(report, "portal-expired")).isInstanceOf(IOException.class);
		assertThat(phase(request)).isEqualTo(Phase.READY);

		assertThat(smDp.install("LPA:1$smdp.example.com$NOBODY-S")).contains("8.2.6-3.8");
		assertThat(smDp.install(card.activationCode())).contains("\"installed\":true");
		await().atMost(PATIENCE).until(() -> phase(request) == Phase.DONE);
		assertThat(smDp.profiles()).contains("\"INSTALLED\"");
		assertThat(this.requests.showEsim(request, SAM, this.clock.instant())).isInstanceOf(EsimAnswer.Installed.class);
		assertThat(List.of("downloadOrder", "confirmOrder", "handleDownloadProgressInfo"))
			.allSatisfy(function -> assertThat(timed(function)).isPositive());
	}

	@Test
	void customersComeWithoutACertificate() throws Exception {
		try (var client = HttpClient.newBuilder().sslContext(tls(null)).build()) {
			var start = HttpRequest.newBuilder(URI.create(portal + "/sign-in")).build();
			assertThat(client.send(start, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void theSmDpRefusesWhoeverShowsNoCertificate() {
		String before = smDp.profiles();
		assertThatThrownBy(() -> order(null)).isInstanceOf(IOException.class);
		assertThatThrownBy(() -> order("portal-expired")).isInstanceOf(IOException.class);
		assertThat(smDp.profiles()).isEqualTo(before);
	}

	@Test
	void aRenewedCertificateWorksWithoutARestart() throws Exception {
		assertThat(asked()).isInstanceOf(Outcome.Refused.class);
		show("portal-expired");
		await().atMost(PATIENCE).until(() -> asked() instanceof Outcome.Unreachable);
		show("portal-valid");
		await().atMost(PATIENCE).until(() -> asked() instanceof Outcome.Refused);
	}

	@Test
	void aFaultIsSetFromOutside() {
		smDp.misbehave("down");
		assertThat(asked()).isInstanceOf(Outcome.Unreachable.class);
		smDp.misbehave("broken");
		assertThat(asked()).isEqualTo(new Outcome.Unknown<>("http-500"));
		smDp.misbehave("lose-answer");
		assertThat(asked()).isInstanceOf(Outcome.Unknown.class);
		smDp.misbehave("none");
		assertThat(asked()).isInstanceOf(Outcome.Refused.class);
	}

	/** Nobody knows this profile, which only a caller who came through is told. */
	private Outcome<?> asked() {
		return this.profileServer.releaseProfile("journey", new Iccid("8985200000000000010"));
	}

	private RequestReference sent() {
		RequestReference request = this.requests.start(SAM, LINE).orElseThrow().reference();
		this.requests.answerDevice(request, SAM, this.devices.check(new DeviceQuestion.WithEid(EID)), "iPhone 15",
				DeviceFacts.Source.EID, Optional.of(EID));
		this.requests.chooseDocument(request, SAM, DocumentKind.HKID);
		this.requests.noteNumber(request, SAM, DocumentKind.HKID, "A123456(3)");
		PicturesOfARequest.add(this.requests, request, SAM, Side.FRONT, SpecimenPictures.idCard());
		PicturesOfARequest.add(this.requests, request, SAM, Side.PORTRAIT, SpecimenPictures.portrait());
		this.requests.answerReason(request, SAM, Reason.DAMAGED, false);
		assertThat(this.requests.submit(request, Proof.of(SAM, Proven.mailCode(this.clock.instant()))))
			.isInstanceOf(SubmitAnswer.Sent.class);
		return request;
	}

	private long timed(String function) {
		return this.meters.get("resim.es2plus.calls").tags("function", function, "outcome", "done").timer().count();
	}

	private Phase phase(RequestReference request) {
		return this.requests.find(request, SAM).orElseThrow().phase();
	}

	private static int order(@Nullable String certificate) throws Exception {
		return post(smDp.url() + "/gsma/rsp2/es2plus/downloadOrder", """
				{"header":{"functionRequesterIdentifier":"1","functionCallIdentifier":"2"},"profileType":"any"}""",
				certificate);
	}

	private static int report(String report, @Nullable String certificate) throws Exception {
		return post(portal + "/gsma/rsp2/es2plus/handleDownloadProgressInfo", report, certificate);
	}

	private static int post(String url, String body, @Nullable String certificate) throws Exception {
		var request = HttpRequest.newBuilder(URI.create(url))
			.header("Content-Type", "application/json")
			.header("X-Admin-Protocol", "gsma/rsp/v2.2.0")
			.POST(HttpRequest.BodyPublishers.ofString(body))
			.build();
		try (var client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.sslContext(tls(certificate))
			.build()) {
			return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
		}
	}

	private static SSLContext tls(@Nullable String certificate) {
		var own = (certificate != null) ? PemSslStoreDetails.forCertificate(file(certificate + ".crt"))
			.withPrivateKey(file(certificate + ".key")) : null;
		return SslBundle.of(new PemSslStoreBundle(own, PemSslStoreDetails.forCertificate(file("testing-ca.crt"))))
			.createSslContext();
	}

	/** What the portal shows from now on. */
	private static void show(String name) throws IOException {
		for (String ending : ENDINGS) {
			Files.copy(tls.resolve(name + ending), tls.resolve("portal" + ending), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static String file(String name) {
		return tls.resolve(name).toUri().toString();
	}

}
