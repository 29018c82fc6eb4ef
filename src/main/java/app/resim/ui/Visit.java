package app.resim.ui;

import java.util.Optional;
import java.util.function.Supplier;

import app.resim.catalogue.Brand;

/**
 * What a page must know about the person who looks at it. Made once per page, so that a
 * page can also be changed later, by push, when no browser's request is at hand.
 *
 * @param words in the reader's language
 * @param times in the reader's language and the brand's time zone
 * @param brand whose page it is
 * @param reader who looks
 * @param here path and query of the page, beginning with a slash
 * @param token gives what a form that is posted to a plain page must carry, if there is a
 * session to protect; asking begins a session, so only forms ask
 */
public record Visit(Words words, Times times, Brand brand, Reader reader, String here,
		Supplier<Optional<FormToken>> token) {

	/** Who looks at a page. */
	public sealed interface Reader {

		/** Nobody has signed in. */
		record Stranger() implements Reader {
		}

		/** A customer has signed in. */
		record Customer() implements Reader {
		}

		/**
		 * Staff has signed in.
		 *
		 * @param displayName as colleagues see it
		 */
		record Colleague(String displayName) implements Reader {
		}

	}

	/**
	 * Proof that a posted form came from a page of ours.
	 *
	 * @param parameter name of the hidden field
	 * @param token its value
	 */
	public record FormToken(String parameter, String token) {
	}

	/**
	 * The same visit with another brand's figures, for example as they would be.
	 * @param other whose
	 * @return the visit
	 */
	public Visit showing(Brand other) {
		return new Visit(this.words, this.times, other, this.reader, this.here, this.token);
	}

	/**
	 * The same visit on another page.
	 * @param path path and query
	 * @return the visit
	 */
	public Visit at(String path) {
		return new Visit(this.words, this.times, this.brand, this.reader, path, this.token);
	}

	/**
	 * A figure of the brand, with a word beside it if it is only an example.
	 * @param field its name in the brand's file, for example {@code fees.later}
	 * @param told the figure in the reader's language
	 * @return for example {@code 2 hours (example value)}
	 */
	public String marked(String field, String told) {
		return this.brand.mark(field).isExample() ? text("shell.example.figure", told) : told;
	}

	/**
	 * One text in the reader's language.
	 * @param key for example {@code shell.continue}
	 * @param args fill {@code {0}}, {@code {1}} …
	 * @return the text
	 */
	public String text(String key, Object... args) {
		return this.words.text(key, args);
	}

}
