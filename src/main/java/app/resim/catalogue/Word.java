package app.resim.catalogue;

import java.util.function.Function;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/**
 * Reads one word of a file into a value of ours.
 *
 * @param <T> the value
 */
final class Word<T> extends ValueDeserializer<T> {

	private final Function<String, T> reading;

	/**
	 * Reads with a function.
	 * @param reading throws an {@link RuntimeException} for a word that is no such value
	 */
	Word(Function<String, T> reading) {
		this.reading = reading;
	}

	@Override
	public T deserialize(JsonParser parser, DeserializationContext context) {
		String word = parser.getString();
		try {
			return this.reading.apply(word);
		}
		catch (RuntimeException ex) {
			throw InvalidFormatException.from(parser, "'" + word + "' cannot be used here", word, Object.class);
		}
	}

}
