package app.resim.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;

/**
 * The exceptions that can be explained to a customer: those with a text.
 */
final class ExceptionKeys {

	/** Where nothing better is known: the phone itself tells. */
	static final String CHECK_EID = "check-eid";

	/** The model has no eSIM at all. */
	static final String NO_ESIM = "no-esim";

	private static final String PREFIX = "device.exception.";

	private final Set<String> keys;

	ExceptionKeys() {
		var texts = new Properties();
		try (Reader in = new InputStreamReader(new ClassPathResource("texts/device_en.properties").getInputStream(),
				StandardCharsets.UTF_8)) {
			texts.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.keys = texts.stringPropertyNames()
			.stream()
			.filter(key -> key.startsWith(PREFIX))
			.map(key -> key.substring(PREFIX.length()))
			.collect(Collectors.toSet());
	}

	/**
	 * Reads a key.
	 * @param key as it stands in a file
	 * @return the same
	 * @throws IllegalArgumentException if no text explains it
	 */
	String known(String key) {
		Rule.check(this.keys.contains(key), "no text explains '" + key + "'");
		return key;
	}

}
