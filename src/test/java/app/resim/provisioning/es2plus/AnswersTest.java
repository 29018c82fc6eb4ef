package app.resim.provisioning.es2plus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import app.resim.provisioning.port.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AnswersTest {

	private static final String FAILED = """
			{"header":{"functionExecutionStatus":{"status":"Failed","statusCodeData":
			  {"subjectCode":"8.2.6","reasonCode":"3.10","message":"other MatchingID bound"}}}}""";

	@ParameterizedTest
	@ValueSource(strings = { "Executed-Success", "Executed-WithWarning" })
	void executedIsDone(String status) {
		assertThat(sort(200, header(status))).isEqualTo(new Outcome.Done<>("there"));
	}

	@Test
	void failedIsRefusedWithItsCodeAndWords() {
		assertThat(sort(200, FAILED)).isEqualTo(new Outcome.Refused<>("8.2.6-3.10", "other MatchingID bound"));
	}

	@Test
	void theWordsOfARefusalAreNotPrinted() {
		assertThat(sort(200, FAILED)).hasToString("Refused[8.2.6-3.10]");
	}

	@Test
	void failedWithoutACodeIsRefusedAllTheSame() {
		assertThat(sort(200, header("Failed"))).isEqualTo(new Outcome.Refused<>("no-code", ""));
		assertThat(sort(200, """
				{"header":{"functionExecutionStatus":{"status":"Failed","statusCodeData":null}}}"""))
			.isEqualTo(new Outcome.Refused<>("no-code", ""));
	}

	@Test
	void aCodeThatIsNoCodeIsNotCarriedOn() {
		assertThat(sort(200, """
				{"header":{"functionExecutionStatus":{"status":"Failed","statusCodeData":
				  {"subjectCode":"<script>","reasonCode":"3.10"}}}}"""))
			.isEqualTo(new Outcome.Refused<>("no-code", ""));
	}

	@Test
	void expiredIsExpired() {
		assertThat(sort(200, header("Expired"))).isEqualTo(new Outcome.Expired<>());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			400 | {"code":400,"message":"schema"}            | http-400 | schema
			404 | not found                                  | http-404 | ''
			403 | ''                                         | http-403 | ''
			409 | {"header":null}                            | http-409 | ''
			400 | {"code":400,"message":null}                | http-400 | ''
			""")
	void aForeignRefusalIsRefused(int status, String body, String code, String text) {
		assertThat(sort(status, body)).isEqualTo(new Outcome.Refused<>(code, text));
	}

	@Test
	void aRefusalWithHttp400AndAProperHeaderKeepsItsCode() {
		assertThat(sort(400, FAILED)).isEqualTo(new Outcome.Refused<>("8.2.6-3.10", "other MatchingID bound"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			500 | {"code":500,"message":"no profile left"}
			500 | {"header":{"functionExecutionStatus":{"status":"Executed-Success"}}}
			502 | <html>
			503 | ''
			302 | ''
			204 | ''
			""")
	void everythingElseThanHttp200IsUnknown(int status, String body) {
		assertThat(sort(status, body)).isEqualTo(new Outcome.Unknown<>("http-" + status));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{}", "<html>", "{\"header\":null}", "{\"header\":[]}",
			"{\"header\":{\"functionExecutionStatus\":\"Executed-Success\"}}",
			"{\"header\":{\"functionExecutionStatus\":{\"status\":null}}}",
			"{\"header\":{\"functionExecutionStatus\":{\"status\":\"Perhaps\"}}}",
			"{\"header\":{\"functionExecutionStatus\":{\"status\":\"Executed-Success\"}}", "{\"code\":200}" })
	void http200ThatCannotBeReadIsUnknown(String body) {
		assertThat(sort(200, body)).isEqualTo(new Outcome.Unknown<>("unreadable"));
	}

	@Test
	void successWithoutTheResultIsUnknown() {
		assertThat(Answers.sort(answered(200, header("Executed-Success")), body -> Optional.empty()))
			.isEqualTo(new Outcome.Unknown<>("unreadable"));
	}

	@Test
	void furtherFieldsAndASecondHeaderAreIgnored() {
		assertThat(sort(200, """
				{"Header":{"functionExecutionStatus":{"status":"Failed"}},"header2":{"status":"Failed"},"extra":[1,{}],
				 "header":{"more":1,"functionExecutionStatus":{"status":"Executed-Success","statusCodeData":null}}}"""))
			.isEqualTo(new Outcome.Done<>("there"));
	}

	@Test
	void whatWasNotSentIsUnreachableAndWhatWasLostIsUnknown() {
		assertThat(Answers.sort(new Reply.NotSent(), AnswersTest::content)).isEqualTo(new Outcome.Unreachable<>());
		assertThat(Answers.sort(new Reply.Lost("reset"), AnswersTest::content))
			.isEqualTo(new Outcome.Unknown<>("reset"));
	}

	@Test
	void longWordsAreCut() {
		assertThat(sort(400, "{\"message\":\"" + "x".repeat(10_000) + "\"}"))
			.isEqualTo(new Outcome.Refused<>("http-400", "x".repeat(300)));
	}

	@Test
	void deeplyNestedNonsenseIsUnreadable() {
		assertThat(sort(200, "[".repeat(30_000))).isEqualTo(new Outcome.Unknown<>("unreadable"));
	}

	private static Outcome<String> sort(int status, String body) {
		return Answers.sort(answered(status, body), AnswersTest::content);
	}

	private static Optional<String> content(JsonNode body) {
		return Optional.of("there");
	}

	private static Reply answered(int status, String body) {
		return new Reply.Answered(status, body.getBytes(StandardCharsets.UTF_8));
	}

	private static String header(String status) {
		return "{\"header\":{\"functionExecutionStatus\":{\"status\":\"" + status + "\"}}}";
	}

}
