package app.resim.provisioning.es2plus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.port.ProgressReports.Report;
import app.resim.provisioning.port.ProgressReports.Result;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Notices as servers in the field send them.
 */
class ProgressNoticeTest {

	private static final Iccid ICCID = new Iccid("8985200000000000010");

	private static final String INSTALLED = """
			{"header":{"functionRequesterIdentifier":"1.2.3","functionCallIdentifier":"9"},
			 "eid":"89049032123451234512345678901235","iccid":"8985200000000000010","profileType":"t",
			 "timestamp":"2026-08-04T05:31:00Z","notificationPointId":4,
			 "notificationPointStatus":{"status":"Executed-Success"},"resultData":"vzc="}""";

	private static final String FAILED = """
			{"iccid":"8985200000000000010","notificationPointId":%s,"notificationPointStatus":{"status":"%s",
			 "statusCodeData":{"subjectCode":"%s","reasonCode":"%s","message":"x"}}}""";

	private final List<Report> reports = new ArrayList<>();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final MockMvc portal = MockMvcBuilders
		.standaloneSetup(new ProgressController(this.reports::add, Es2PlusClientTest.agreed(Map.of()), this.meters))
		.build();

	@Test
	void anInstallationIsHandedOn() throws Exception {
		var answer = send(INSTALLED, "gsma/rsp/v2.4.0");
		assertThat(answer.getStatus()).isEqualTo(204);
		assertThat(answer.getContentAsByteArray()).isEmpty();
		assertThat(answer.getHeader("X-Admin-Protocol")).isEqualTo("gsma/rsp/v2.4.0");
		assertThat(this.reports)
			.containsExactly(new Report(ICCID, Optional.of(new Eid("89049032123451234512345678901235")), 4,
					Result.SUCCESS, "", "2026-08-04T05:31:00Z"));
		assertThat(this.meters.get("resim.es2plus.calls")
			.tags("function", "handleDownloadProgressInfo", "outcome", "done")
			.timer()
			.count()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "HTTP/1.1", "gsma/rsp/v2.4.0 <script>", "gsma/rsp/v99999999999999999" })
	void aVersionThatIsNoneIsAnsweredWithOurs(String version) throws Exception {
		var answer = send(INSTALLED, version);
		assertThat(answer.getStatus()).isEqualTo(204);
		assertThat(answer.getHeader("X-Admin-Protocol")).isEqualTo("gsma/rsp/v2.2.0");
	}

	@Test
	void theVersionAndTheHeaderObjectMayBeMissing() throws Exception {
		var answer = this.portal
			.perform(post("/gsma/rsp2/es2plus/handleDownloadProgressInfo")
				.content(INSTALLED.replaceFirst("\"header\":\\{[^}]*},", "")))
			.andReturn()
			.getResponse();
		assertThat(answer.getStatus()).isEqualTo(204);
		assertThat(answer.getHeader("X-Admin-Protocol")).isEqualTo("gsma/rsp/v2.2.0");
		assertThat(this.reports).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/json;charset=UTF-8", "text/plain",
			"application/x-www-form-urlencoded" })
	void theContentTypeDoesNotMatter(String type) throws Exception {
		this.portal.perform(post("/gsma/rsp2/es2plus/handleDownloadProgressInfo").contentType(MediaType.valueOf(type))
			.content(INSTALLED));
		assertThat(this.reports).hasSize(1);
	}

	@Test
	void furtherFieldsNullsAndOddStampsAreBorne() throws Exception {
		send("""
				{"header":null,"imei":"490154203237518","tac":"49015420","eid":null,"iccid":"8985200000000000010F",
				 "profileType":null,"timestamp":"2026-08-04T05:31:00 PM Z","notificationPointId":"4",
				 "notificationPointStatus":{"status":"Executed-Success","statusCodeData":null},"resultData":null}""",
				"gsma/rsp/v2.0.0");
		assertThat(this.reports)
			.containsExactly(new Report(ICCID, Optional.empty(), 4, Result.SUCCESS, "", "2026-08-04T05:31:00 PM Z"));
	}

	@ParameterizedTest
	@CsvSource({ "4,Failed,8.2.10,4.2,8.2.10-4.2", "2,Failed,8.8.5,3.8,8.8.5-3.8", "1,Expired,8.8.5,6.4,8.8.5-6.4",
			"4,Failed,,,no-code", "4,Failed,<b>,1,no-code" })
	void aFailureIsHandedOnWithItsCode(int point, String status, String subject, String reason, String code)
			throws Exception {
		send(FAILED.formatted(point, status, (subject != null) ? subject : "", (reason != null) ? reason : ""),
				"gsma/rsp/v2.2.0");
		assertThat(this.reports).containsExactly(new Report(ICCID, Optional.empty(), point, Result.FAILED, code, ""));
	}

	@Test
	void aWarningIsNoSuccess() throws Exception {
		send(INSTALLED.replace("Executed-Success", "Executed-WithWarning"), "gsma/rsp/v2.2.0");
		assertThat(this.reports).extracting(Report::result).containsExactly(Result.WARNING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"iccid\":null}", "{\"iccid\":\"12\"}",
			"{\"iccid\":\"8985200000000000010\",\"notificationPointId\":4}",
			"{\"iccid\":\"8985200000000000010\",\"notificationPointStatus\":{\"status\":\"Executed-Success\"}}",
			"{\"iccid\":\"8985200000000000010\",\"notificationPointId\":4,\"notificationPointStatus\":{\"status\":\"?\"}}" })
	void whatCannotBeUnderstoodIsAnsweredAndIgnored(String body) throws Exception {
		assertThat(send(body, "gsma/rsp/v2.2.0").getStatus()).isEqualTo(204);
		assertThat(this.reports).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<xml/>", "[]", "4", "{" })
	void whatIsNoJsonObjectIsRefused(String body) throws Exception {
		assertThat(send(body, "gsma/rsp/v2.2.0").getStatus()).isEqualTo(400);
		assertThat(this.reports).isEmpty();
	}

	@Test
	void aHugeBodyIsRefusedUnread() throws Exception {
		assertThat(send("{\"x\":\"" + "y".repeat(70_000) + "\"}", "gsma/rsp/v2.2.0").getStatus()).isEqualTo(413);
	}

	@Test
	void aLongStampIsCut() throws Exception {
		send(INSTALLED.replace("2026-08-04T05:31:00Z", "9".repeat(200)), "gsma/rsp/v2.2.0");
		assertThat(this.reports.getFirst().sentAt()).hasSize(64);
	}

	@Test
	void thereIsNothingToGet() throws Exception {
		this.portal.perform(get("/gsma/rsp2/es2plus/handleDownloadProgressInfo"))
			.andExpect(result -> assertThat(result.getResponse().getStatus()).isEqualTo(405));
	}

	private MockHttpServletResponse send(String body, String version) throws Exception {
		return this.portal
			.perform(post("/gsma/rsp2/es2plus/handleDownloadProgressInfo").contentType(MediaType.APPLICATION_JSON)
				.header("X-Admin-Protocol", version)
				.content(body))
			.andReturn()
			.getResponse();
	}

}
