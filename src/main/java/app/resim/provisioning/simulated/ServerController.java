package app.resim.provisioning.simulated;

import java.io.IOException;
import java.util.Set;

import app.resim.provisioning.simulated.Functions.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The simulated SM-DP+ on the wire. Strict about what it is sent, like the strictest of
 * the real ones: no unknown field, no {@code null}, no padded ICCID. In its own answers
 * ICCIDs carry the trailing {@code F}.
 */
@RestController
@WhileNoServerIsConfigured
class ServerController {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int LARGEST = 64 * 1024;

	private static final Set<String> FIELDS = Set.of("header", "eid", "iccid", "profileType", "releaseFlag",
			"matchingId", "confirmationCode", "smdsAddress", "finalProfileStatusIndicator");

	private final Functions functions;

	private final FaultSwitch faultSwitch;

	ServerController(Functions functions, FaultSwitch faultSwitch) {
		this.functions = functions;
		this.faultSwitch = faultSwitch;
	}

	@PostMapping(Loopback.PATH + "/gsma/rsp2/es2plus/{function}")
	void call(@PathVariable String function, HttpServletRequest request, HttpServletResponse response)
			throws IOException, InterruptedException {
		response.setHeader("X-Admin-Protocol", "gsma/rsp/v2.2.0");
		JsonNode body = body(request);
		if (request.getHeader("X-Admin-Protocol") == null || !valid(function, body)) {
			foreign(response, 400, "Request does not match the schema");
			return;
		}
		switch (this.faultSwitch.fault()) {
			case Fault.None(), Fault.RepeatNotices(), Fault.Down() -> send(response, answer(function, body));
			case Fault.Refuse(String code) -> send(response, new Answer.Failed(code, "As told"));
			case Fault.Hang(var time) -> {
				Thread.sleep(Math.min(time.toMillis(), 60_000));
				send(response, answer(function, body));
			}
			case Fault.Broken() -> foreign(response, 500, "Internal error");
			case Fault.BadRequest() -> foreign(response, 400, "Bad request");
			case Fault.LoseAnswer() -> {
				answer(function, body);
				breakOff(response);
			}
		}
	}

	private static JsonNode body(HttpServletRequest request) throws IOException {
		try {
			return JSON.readTree(request.getInputStream().readNBytes(LARGEST));
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

	private static boolean valid(String function, JsonNode body) {
		JsonNode header = body.path("header");
		boolean named = header.path("functionRequesterIdentifier").isString()
				&& header.path("functionCallIdentifier").isString();
		boolean known = body.propertyNames().stream().allMatch(FIELDS::contains)
				&& body.values().stream().noneMatch(JsonNode::isNull);
		return named && known && pattern(body, "eid", "[0-9]{32}") && pattern(body, "iccid", "[0-9]{19,20}")
				&& switch (function) {
					case "downloadOrder" -> body.has("iccid") || body.has("profileType");
					case "confirmOrder" -> body.has("iccid") && body.path("releaseFlag").isBoolean()
							&& pattern(body, "matchingId", "[0-9A-Z-]{1,255}");
					case "cancelOrder" -> body.has("iccid") && Set.of("Available", "Unavailable")
						.contains(body.path("finalProfileStatusIndicator").asString(""));
					case "releaseProfile" -> body.has("iccid");
					default -> false;
				};
	}

	private static boolean pattern(JsonNode body, String field, String pattern) {
		return !body.has(field) || body.path(field).asString("").matches(pattern);
	}

	private Answer answer(String function, JsonNode body) {
		return switch (function) {
			case "downloadOrder" -> this.functions.downloadOrder(body);
			case "confirmOrder" -> this.functions.confirmOrder(body);
			case "cancelOrder" -> this.functions.cancelOrder(body);
			default -> this.functions.releaseProfile(body);
		};
	}

	private static void send(HttpServletResponse response, Answer answer) throws IOException {
		ObjectNode body = JSON.createObjectNode();
		ObjectNode execution = body.putObject("header").putObject("functionExecutionStatus");
		execution.put("status", (answer instanceof Answer.Failed) ? "Failed" : "Executed-Success");
		switch (answer) {
			case Answer.Ordered(var iccid) -> body.put("iccid", iccid.iccid() + "F");
			case Answer.Confirmed(var matchingId, var eid) -> {
				eid.ifPresent(bound -> body.put("eid", bound.eid()));
				body.put("matchingId", matchingId);
			}
			case Answer.Executed() -> {
				// nothing but the header
			}
			case Answer.Failed(var code, var message) -> execution.putObject("statusCodeData")
				.put("subjectCode", code.substring(0, Math.max(0, code.indexOf('-'))))
				.put("reasonCode", code.substring(code.indexOf('-') + 1))
				.put("message", message);
		}
		write(response, 200, body);
	}

	private static void foreign(HttpServletResponse response, int status, String message) throws IOException {
		write(response, status, JSON.createObjectNode().put("code", status).put("message", message));
	}

	private static void write(HttpServletResponse response, int status, ObjectNode body) throws IOException {
		response.setStatus(status);
		response.setContentType("application/json;charset=UTF-8");
		response.getOutputStream().write(JSON.writeValueAsBytes(body));
	}

	/** Promises more than it sends, and closes. */
	private static void breakOff(HttpServletResponse response) throws IOException {
		response.setHeader("Connection", "close");
		response.setContentLength(LARGEST);
		response.getOutputStream().write('{');
		response.flushBuffer();
	}

}
