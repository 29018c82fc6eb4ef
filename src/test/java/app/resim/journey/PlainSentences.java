package app.resim.journey;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The sentences that a file may be answered with, as the English text files have them.
 */
final class PlainSentences {

	private final Map<String, String> keys = new LinkedHashMap<>();

	private PlainSentences() {
	}

	static PlainSentences english() {
		var sentences = new PlainSentences();
		sentences.add("identity", "identity.refusal.");
		sentences.add("identity", "identity.finding.");
		sentences.add("upload", "upload.kept");
		sentences.add("upload", "upload.often");
		return sentences;
	}

	private void add(String area, String prefix) {
		Properties texts = new Properties();
		try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/texts", area + "_en.properties"),
				StandardCharsets.UTF_8)) {
			texts.load(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		texts.stringPropertyNames()
			.stream()
			.filter(key -> key.startsWith(prefix))
			.forEach(key -> this.keys.put(key, texts.getProperty(key)));
	}

	/**
	 * The sentence of a key.
	 * @param key for example {@code identity.refusal.EMPTY}
	 * @return what the page says
	 */
	String of(String key) {
		return Optional.ofNullable(this.keys.get(key)).orElseThrow();
	}

	/**
	 * What a page has said, as keys.
	 * @param said one sentence or several
	 * @return the keys, with a plus between them; empty if anything else was said
	 */
	Optional<String> keysOf(String said) {
		List<String> found = this.keys.keySet().stream().filter(key -> said.contains(of(key))).toList();
		String rest = said;
		for (String key : found) {
			rest = rest.replace(of(key), "");
		}
		boolean plain = !found.isEmpty() && rest.isBlank();
		return plain ? Optional.of(String.join(" + ", found)) : Optional.empty();
	}

}
