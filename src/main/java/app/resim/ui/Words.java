package app.resim.ui;

import java.util.Collection;
import java.util.Locale;

import app.resim.kernel.Money;
import com.ibm.icu.text.ListFormatter;

/**
 * The wording in one language.
 */
public final class Words {

	private final Wording wording;

	private final Language language;

	Words(Wording wording, Language language) {
		this.wording = wording;
		this.language = language;
	}

	/**
	 * One text.
	 * @param key for example {@code shell.continue}
	 * @param args fill {@code {0}}, {@code {1}} …; strings and numbers
	 * @return the text
	 */
	public String text(String key, Object... args) {
		return this.wording.text(this.language, key, args);
	}

	/**
	 * One text about a kind of thing, which may have words of its own.
	 * @param kind for example {@code card}; empty for none
	 * @param key for example {@code status.title.ready}
	 * @param args fill {@code {0}}, {@code {1}} …; strings and numbers
	 * @return the text {@code kind.key} where there is one, else that of the key
	 */
	public String textAbout(String kind, String key, Object... args) {
		String own = kind + "." + key;
		return text((!kind.isEmpty() && this.wording.has(this.language, own)) ? own : key, args);
	}

	/**
	 * An amount as readers of this language write it.
	 * @param money the amount
	 * @return for example {@code HKD 30}
	 */
	public String money(Money money) {
		return money.spoken(this.language.formats().toLocale());
	}

	/**
	 * Several things in one sentence.
	 * @param things in order
	 * @return for example {@code A, B and C}
	 */
	public String list(Collection<String> things) {
		return ListFormatter.getInstance(this.language.formats()).format(things);
	}

	/**
	 * Several things of which one is enough.
	 * @param things in order
	 * @return for example {@code A, B or C}
	 */
	public String either(Collection<String> things) {
		return ListFormatter.getInstance(this.language.formats(), ListFormatter.Type.OR, ListFormatter.Width.WIDE)
			.format(things);
	}

	/**
	 * What a language calls itself.
	 * @param other the language
	 * @return for example {@code Русский}
	 */
	public String nameOf(Language other) {
		return this.wording.text(other, "shell.language.name");
	}

	public Language language() {
		return this.language;
	}

	public Locale locale() {
		return this.language.locale();
	}

}
