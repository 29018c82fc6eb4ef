package app.resim.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/**
 * The functions that Flow's client would make out of text. Browsers are told to make no
 * function out of text, so every one that the server may send stands here, and what does
 * not stand here does not run.
 *
 * <p>
 * Each is kept as a list: the names of its parameters and, last, its body, letter by
 * letter as Flow 25.2 sends it. Only the call that loads a part of the bundle is known by
 * its shape, because the part's name changes with every build. A component that is used
 * for the first time, or another version, may send others: the browser tests name them.
 */
final class FlowFunctions {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String SCRIPT = """
			(() => {
			const known = new Map([
			%s
			]);
			const made = window.Function;
			const named = function (...text) {
			const part = text.length === 1 && /^return window\\.Vaadin\\.Flow\\.loadOnDemand\\('([0-9a-f]{64})'\\);$/.exec(text[0]);
			if (part) {
			return () => window.Vaadin.Flow.loadOnDemand(part[1]);
			}
			const found = known.get(text.map(String).join('\\n'));
			if (!found) {
			const why = 'Flow sent a function that this page does not know: ' + JSON.stringify(text.map(String));
			console.error(why);
			throw new EvalError(why);
			}
			return found;
			};
			named.prototype = made.prototype;
			window.Function = named;
			})();
			""";

	private FlowFunctions() {
	}

	/** The script that a page runs before all others. */
	static String script() {
		return SCRIPT.formatted(read().stream().map(FlowFunctions::entry).collect(Collectors.joining(",\n")));
	}

	static List<List<String>> read() {
		try (InputStream file = new ClassPathResource("META-INF/flow-functions.json").getInputStream()) {
			return JSON.readValue(file, new TypeReference<List<List<String>>>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String entry(List<String> parts) {
		String parameters = IntStream.range(0, parts.size() - 1).mapToObj(parts::get).collect(Collectors.joining(","));
		return "[" + JSON.writeValueAsString(String.join("\n", parts)) + ",function(" + parameters + "){"
				+ parts.getLast() + "\n}]";
	}

}
