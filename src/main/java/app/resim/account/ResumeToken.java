package app.resim.account;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * By what a browser is seated again when the node that knew it is gone. It is worth a
 * session: it stands in its cookie and nowhere else.
 *
 * @param text 43 letters, digits, hyphens and underscores
 */
public record ResumeToken(String text) {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

	/**
	 * Reads what came in a cookie.
	 * @param text as it came, or null
	 * @return empty if it cannot be one of ours
	 */
	public static Optional<ResumeToken> read(@Nullable String text) {
		return Optional.ofNullable(text).filter(found -> FORM.matcher(found).matches()).map(ResumeToken::new);
	}

	static ResumeToken draw(RandomGenerator chance) {
		return new ResumeToken(Tokens.draw(chance));
	}

	String mark() {
		return Tokens.mark(this.text);
	}

	@Override
	public String toString() {
		return "ResumeToken";
	}

}
