package app.resim.provisioning.es2plus;

import java.util.Optional;
import java.util.function.Function;

import app.resim.provisioning.port.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sorts what a server said into the five outcomes, and throws for nothing. Servers leave
 * the header object out, add fields, and answer refusals with bodies of their own.
 */
final class Answers {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final int LONGEST_TEXT = 300;

	private Answers() {
	}

	/**
	 * Sorts.
	 * @param reply what came back
	 * @param content reads the function's own fields; empty if they cannot be understood
	 * @param <T> what the function answers
	 * @return the outcome
	 */
	static <T> Outcome<T> sort(Reply reply, Function<JsonNode, Optional<T>> content) {
		return switch (reply) {
			case Reply.NotSent() -> new Outcome.Unreachable<>();
			case Reply.Lost(String cause) -> new Outcome.Unknown<>(cause);
			case Reply.Answered answered -> sort(answered.status(), json(answered.body()), content);
		};
	}

	private static <T> Outcome<T> sort(int status, JsonNode body, Function<JsonNode, Optional<T>> content) {
		if (status >= 400 && status < 500) {
			return refused(status, body);
		}
		if (status != 200) {
			return new Outcome.Unknown<>("http-" + status);
		}
		return switch (text(execution(body), "status")) {
			case "Executed-Success",
					"Executed-WithWarning" ->
				content.apply(body)
					.<Outcome<T>>map(Outcome.Done::new)
					.orElseGet(() -> new Outcome.Unknown<>("unreadable"));
			case "Failed" -> refused(status, body);
			case "Expired" -> new Outcome.Expired<>();
			default -> new Outcome.Unknown<>("unreadable");
		};
	}

	private static <T> Outcome<T> refused(int status, JsonNode body) {
		JsonNode data = execution(body).path("statusCodeData");
		String code = code(data);
		String text = text(data, "message");
		return new Outcome.Refused<>(code.isEmpty() ? ((status == 200) ? "no-code" : "http-" + status) : code,
				text.isEmpty() ? text(body, "message") : text);
	}

	/**
	 * Subject and reason code.
	 * @param data a {@code statusCodeData} object or something else
	 * @return for example {@code 8.2.5-3.7}, or an empty text
	 */
	static String code(JsonNode data) {
		String subject = text(data, "subjectCode");
		String reason = text(data, "reasonCode");
		boolean plain = subject.matches("[0-9.]{1,15}") && reason.matches("[0-9.]{1,15}");
		return plain ? subject + "-" + reason : "";
	}

	/**
	 * A field as text.
	 * @param node where it may be
	 * @param name its name
	 * @return at most 300 characters, empty if it is missing, null or no text or number
	 */
	static String text(JsonNode node, String name) {
		JsonNode field = node.path(name);
		String text = (field.isString() || field.isNumber()) ? field.asString().strip() : "";
		return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
	}

	/**
	 * Reads a body.
	 * @param body bytes that claim to be JSON
	 * @return the tree, or a missing node
	 */
	static JsonNode json(byte[] body) {
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

	private static JsonNode execution(JsonNode body) {
		return body.path("header").path("functionExecutionStatus");
	}

}
