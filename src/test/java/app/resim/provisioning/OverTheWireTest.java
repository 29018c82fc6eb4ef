package app.resim.provisioning;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import app.resim.WholeResim;
import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.Step.Done;
import app.resim.provisioning.Step.Later;
import app.resim.provisioning.Step.NeedsPerson;
import app.resim.provisioning.es2plus.StandIn;
import app.resim.provisioning.port.ProfileServer;
import app.resim.provisioning.port.ProfileServerContract;
import app.resim.provisioning.simulated.Fault;
import app.resim.provisioning.simulated.SimulatedProfile;
import app.resim.provisioning.simulated.SimulatedSmDp;
import app.resim.provisioning.simulated.SimulatedSmDp.Attempt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole way over HTTP: the real client, the simulated SM-DP+, the real door for its
 * notices. The client keeps what its port promises.
 */
@WholeResim
@ExtendWith(OutputCaptureExtension.class)
class OverTheWireTest extends ProfileServerContract {

	private static final AtomicLong NEXT = new AtomicLong(85255500300L);

	private static final Optional<Eid> EID = Optional.of(new Eid("89049032123451234512345678901235"));

	private static final Optional<Eid> OTHER = Optional.of(new Eid("89086030202200000022000023022943"));

	private static final Done DONE = new Done();

	@Autowired
	private Provisioning provisioning;

	@Autowired
	private SimulatedSmDp smDp;

	@Autowired
	private JdbcClient database;

	@Autowired
	private StandIn standIn;

	@Autowired
	private ProfileServer profileServer;

	@LocalServerPort
	private int port;

	private OrderId order;

	private Msisdn line;

	private boolean lost;

	@BeforeEach
	void anotherLine() {
		this.order = new OrderId(UUID.randomUUID());
		this.line = new Msisdn("+" + NEXT.getAndIncrement());
		this.lost = false;
	}

	@AfterEach
	void wellAgain() {
		this.smDp.setFault(new Fault.None());
	}

	@Test
	void aLineMovesToANewEsimOfTheBoundPhone() {
		released();
		Download code = this.provisioning.download(this.order).orElseThrow();
		assertThat(code.activationCode()).matches("LPA:1\\$smdp\\.example\\.com\\$[0-9A-Z-]{23}");
		assertThat(code.boundTo()).isEqualTo(EID);
		assertThat(this.provisioning.unusedOrder(this.line)).contains(this.order);

		assertThat(this.smDp.install(iccid(), OTHER)).isEqualTo(new Attempt.Refused("8.1.1-3.8"));
		assertThat(state()).isEqualTo(Download.State.WAITING);
		assertThat(this.smDp.install(iccid(), Optional.empty())).isEqualTo(new Attempt.Installed());
		assertThat(state()).isEqualTo(Download.State.INSTALLED);
		assertThat(published(ProfileInstalled.class)).singleElement()
			.asString()
			.contains(this.order.order().toString());
		assertThat(this.smDp.install(iccid(), EID)).isEqualTo(new Attempt.Refused("8.2.6-3.8"));

		assertThat(this.provisioning.endOldSim(this.order)).isEqualTo(DONE);
		assertThat(sims()).containsExactly(iccid().iccid(), null);
	}

	@Test
	void anUnboundCodeWorksOnAnyPhone() {
		assertThat(order(Optional.empty())).isEqualTo(DONE);
		this.provisioning.attach(this.order);
		this.provisioning.release(this.order);
		assertThat(this.provisioning.download(this.order).orElseThrow().boundTo()).isEmpty();
		assertThat(this.smDp.install(iccid(), OTHER)).isEqualTo(new Attempt.Installed());
		assertThat(state()).isEqualTo(Download.State.INSTALLED);
	}

	@Test
	void noticesThatRepeatAndOvertakeEachOtherAreOneInstallation() {
		released();
		this.smDp.setFault(new Fault.RepeatNotices());
		this.smDp.install(iccid(), Optional.empty());
		assertThat(state()).isEqualTo(Download.State.INSTALLED);
		assertThat(published(ProfileInstalled.class)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "8.2.10-4.2", "8.8.5-6.4", "8.2.7-6.4" })
	void aPhoneThatFailsIsTold(String code) {
		released();
		assertThat(this.smDp.fail(iccid(), code)).isEqualTo(new Attempt.Refused(code));
		assertThat(state()).isEqualTo(Download.State.FAILED);
		assertThat(published(DownloadFailed.class)).singleElement().asString().contains(code);
		assertThat(this.smDp.install(iccid(), Optional.empty()) instanceof Attempt.Installed)
			.isEqualTo("8.2.10-4.2".equals(code));
	}

	@Test
	void anIccidThatIsNotReleasedCannotBeInstalled() {
		order(EID);
		assertThat(this.smDp.install(iccid(), EID)).isEqualTo(new Attempt.Refused("8.2-1.2"));
		assertThat(this.smDp.install(new Iccid("8985200999999999999"), EID)).isEqualTo(new Attempt.Refused("8.2-1.2"));
	}

	@Test
	void aServerThatIsDownLosesNothing() {
		this.smDp.setFault(new Fault.Down());
		assertThat(order(EID)).isEqualTo(new Later("es2plus.unreachable"));
		this.smDp.setFault(new Fault.None());
		released();
		this.smDp.setFault(new Fault.Down());
		assertThat(this.provisioning.cancel(this.order, this.line)).isEqualTo(new Later("es2plus.unreachable"));
	}

	@Test
	void everyAnswerMayGetLostAndThereIsStillOneProfile() {
		this.smDp.setFault(new Fault.LoseAnswer());
		assertThat(order(EID)).isEqualTo(new Later("es2plus.unknown"));
		this.smDp.setFault(new Fault.None());
		assertThat(order(EID)).isEqualTo(DONE);
		assertThat(this.provisioning.attach(this.order)).isEqualTo(DONE);
		this.smDp.setFault(new Fault.LoseAnswer());
		assertThat(this.provisioning.release(this.order)).isEqualTo(new Later("es2plus.unknown"));
		this.smDp.setFault(new Fault.None());
		assertThat(this.provisioning.release(this.order)).isEqualTo(DONE);
		assertThat(this.smDp.install(iccid(), EID)).isEqualTo(new Attempt.Installed());
	}

	@Test
	void aServerThatIsSlowIsWaitedFor() {
		this.smDp.setFault(new Fault.Hang(Duration.ofMillis(300)));
		assertThat(order(EID)).isEqualTo(DONE);
	}

	@Test
	void aServerThatBreaksOrRefusesIsSorted() {
		this.smDp.setFault(new Fault.Broken());
		assertThat(order(EID)).isEqualTo(new Later("es2plus.unknown"));
		this.smDp.setFault(new Fault.BadRequest());
		assertThat(order(EID)).isEqualTo(new NeedsPerson("es2plus.http-400"));
		this.smDp.setFault(new Fault.Refuse("8.2.5-3.7"));
		assertThat(order(EID)).isEqualTo(new NeedsPerson("es2plus.8.2.5-3.7"));
		assertThat(this.smDp.fault()).isEqualTo(new Fault.Refuse("8.2.5-3.7"));
		this.smDp.setFault(new Fault.None());
		assertThat(order(EID)).isEqualTo(DONE);
	}

	@Test
	void aReleasedOrderIsTakenBack() {
		released();
		assertThat(this.provisioning.cancel(this.order, this.line)).isEqualTo(DONE);
		assertThat(profile().state()).isEqualTo(SimulatedProfile.State.UNAVAILABLE);
		assertThat(this.provisioning.download(this.order)).isEmpty();
	}

	@Test
	void aReservedProfileIsAvailableAgain() {
		order(EID);
		assertThat(this.provisioning.cancel(this.order, this.line)).isEqualTo(DONE);
		assertThat(profile().state()).isEqualTo(SimulatedProfile.State.AVAILABLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/gsma/rsp2/es2plus/handleDownloadProgressInfo", "/gsma/other",
			"/simulated/sm-dp/gsma/rsp2/es2plus/downloadOrder", "/simulated/sm-dp/" })
	void strangersAreTurnedAwayWithoutASession(String path) throws Exception {
		for (String authorization : List.of("Bearer guessed", "Basic Zm9vOmJhcg==")) {
			var answer = post(path, authorization, "{}");
			assertThat(answer.statusCode()).isEqualTo(401);
			assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		}
	}

	@Test
	void aForgedInstallationIsNotBelieved() throws Exception {
		released();
		post("/gsma/rsp2/es2plus/handleDownloadProgressInfo", "Bearer ", """
				{"iccid":"%s","notificationPointId":4,"notificationPointStatus":{"status":"Executed-Success"}}"""
			.formatted(iccid().iccid()));
		assertThat(state()).isEqualTo(Download.State.WAITING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"iccid\":\"8985200000000000010\"}",
			"{\"header\":{\"functionRequesterIdentifier\":\"1\",\"functionCallIdentifier\":\"2\"}}",
			"{\"header\":{\"functionRequesterIdentifier\":\"1\",\"functionCallIdentifier\":\"2\"},\"iccid\":null}",
			"{\"header\":{\"functionRequesterIdentifier\":\"1\",\"functionCallIdentifier\":\"2\"},\"iccid\":\"8985200000000000010F\"}",
			"{\"header\":{\"functionRequesterIdentifier\":\"1\",\"functionCallIdentifier\":\"2\"},\"iccid\":\"8985200000000000010\",\"more\":1}",
			"nonsense" })
	void theSimulatedServerIsAsStrictAsTheStrictest(String body) throws Exception {
		var answer = post("/simulated/sm-dp/gsma/rsp2/es2plus/downloadOrder", "Bearer " + this.standIn.secret(), body);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("\"code\":400");
	}

	@Test
	void nothingSecretOrPersonalIsLogged(CapturedOutput output) {
		released();
		Download code = this.provisioning.download(this.order).orElseThrow();
		this.smDp.install(iccid(), Optional.empty());
		this.provisioning.endOldSim(this.order);
		assertThat(output).contains(this.order.order().toString())
			.doesNotContain("LPA:")
			.doesNotContain(code.matchingId())
			.doesNotContain(iccid().iccid().substring(0, 18))
			.doesNotContain(EID.orElseThrow().eid())
			.doesNotContain(this.line.e164().substring(1))
			.doesNotContain(this.standIn.secret());
	}

	@Override
	protected ProfileServer server() {
		if (!this.lost && this.smDp.fault() instanceof Fault.LoseAnswer) {
			this.lost = true;
		}
		else if (this.smDp.fault() instanceof Fault.LoseAnswer) {
			this.smDp.setFault(new Fault.None());
		}
		return this.profileServer;
	}

	@Override
	protected Iccid available() {
		String body = "8985200" + NEXT.getAndIncrement();
		return IntStream.range(0, 10)
			.mapToObj(digit -> new Iccid(body + digit))
			.filter(Iccid::hasCheckDigit)
			.findFirst()
			.orElseThrow();
	}

	@Override
	protected void goDown() {
		this.smDp.setFault(new Fault.Down());
	}

	@Override
	protected void loseTheNextAnswer() {
		this.smDp.setFault(new Fault.LoseAnswer());
	}

	private void released() {
		assertThat(order(EID)).isEqualTo(DONE);
		assertThat(this.provisioning.attach(this.order)).isEqualTo(DONE);
		assertThat(this.provisioning.release(this.order)).isEqualTo(DONE);
	}

	private Step order(Optional<Eid> eid) {
		return this.provisioning.order(this.order, this.line, "tidewire-standard", eid, Duration.ofDays(7));
	}

	private Download.State state() {
		return this.provisioning.download(this.order).orElseThrow().state();
	}

	/** What the registry of events holds for this order, whoever listens. */
	private List<String> published(Class<?> type) {
		return this.database.sql(
				"SELECT DISTINCT serialized_event FROM event_publication WHERE event_type = :type AND serialized_event LIKE :order")
			.param("type", type.getName())
			.param("order", "%" + this.order.order() + "%")
			.query(String.class)
			.list();
	}

	private Iccid iccid() {
		return this.database.sql("SELECT iccid FROM profile_order WHERE id = :id")
			.param("id", this.order.order())
			.query((row, number) -> new Iccid(row.getString(1)))
			.single();
	}

	private List<String> sims() {
		return this.database.sql("SELECT sim, next_sim FROM simulated_line WHERE line = :line")
			.param("line", this.line.e164())
			.query((row, number) -> Arrays.asList(row.getString(1), row.getString(2)))
			.single();
	}

	private SimulatedProfile profile() {
		Iccid iccid = iccid();
		return this.smDp.profiles().stream().filter(profile -> profile.iccid().equals(iccid)).findFirst().orElseThrow();
	}

	private HttpResponse<String> post(String path, String authorization, String body)
			throws IOException, InterruptedException {
		try (var client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.header("Authorization", authorization)
				.header("Content-Type", "application/json")
				.header("X-Admin-Protocol", "gsma/rsp/v2.2.0")
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

}
