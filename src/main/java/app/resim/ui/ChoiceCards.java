package app.resim.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import org.jspecify.annotations.Nullable;

/**
 * A question answered by one of a few cards: radio buttons of the browser, each with a
 * title, one sentence of consequence and an icon. The whole card can be pressed; arrow
 * keys walk.
 *
 * @param <T> what is chosen from
 */
public final class ChoiceCards<T> extends Component implements HasStyle, Field {

	private final String name;

	private final ErrorLine error;

	private final Div cards = new Div();

	private final Map<String, T> choices = new LinkedHashMap<>();

	private final Map<String, Element> radios = new LinkedHashMap<>();

	private String chosen = "";

	private Runnable changed = () -> {
	};

	private ChoiceCards(Words words, String name, Component legend) {
		super(new Element("fieldset"));
		this.name = name;
		this.error = new ErrorLine(words, name);
		setId(name + "-field");
		addClassName("choice");
		this.cards.addClassName("opts");
		getElement().setAttribute("aria-describedby", name + "-error")
			.appendChild(legend.getElement(), this.error.getElement(), this.cards.getElement());
	}

	/**
	 * The page's question: its legend is the heading of the page.
	 * @param words the reader's
	 * @param name unique on the page, see {@link Field#name}
	 * @param question the heading
	 * @param <T> what is chosen from
	 * @return the question
	 */
	public static <T> ChoiceCards<T> heading(Words words, String name, String question) {
		var legend = new Prose.Plain(new Element("legend"));
		legend.add(new H1(question));
		return new ChoiceCards<>(words, name, legend);
	}

	/**
	 * One question of several on a page.
	 * @param words the reader's
	 * @param name unique on the page, see {@link Field#name}
	 * @param question the legend
	 * @param <T> what is chosen from
	 * @return the question
	 */
	public static <T> ChoiceCards<T> labelled(Words words, String name, String question) {
		return new ChoiceCards<>(words, name, Prose.element("legend", question));
	}

	/**
	 * A sentence that helps to answer, above the cards.
	 * @param text with marks
	 * @return this
	 */
	public ChoiceCards<T> hint(String text) {
		Paragraph hint = Prose.paragraph(text, "hint");
		hint.setId(this.name + "-hint");
		getElement().insertChild(1, hint.getElement());
		getElement().setAttribute("aria-describedby", this.name + "-hint " + this.name + "-error");
		return this;
	}

	/**
	 * Adds a card.
	 * @param choice what it stands for
	 * @param key short and stable: the radio's value, part of its id
	 * @param title bold words
	 * @param consequence one sentence with marks, or empty
	 * @param icon at the end of the card, or none
	 * @return this
	 */
	public ChoiceCards<T> card(T choice, String key, String title, String consequence, @Nullable Icons icon) {
		this.choices.put(key, choice);
		this.cards.getElement().appendChild(card(radio(key), title, consequence, icon));
		return this;
	}

	/**
	 * A single key that chooses a card, where the page listens to keys.
	 * @param choice which card
	 * @param key one letter, also shown on the card
	 * @return this
	 */
	public ChoiceCards<T> key(T choice, String key) {
		this.choices.forEach((name, each) -> {
			Element radio = this.radios.get(name);
			if (radio != null && Objects.equals(each, choice)) {
				radio.setAttribute("aria-keyshortcuts", key);
				radio.getParent().appendChild(new Element("kbd").setText(key).setAttribute("aria-hidden", "true"));
			}
		});
		return this;
	}

	/**
	 * Lets the digits choose, where the page listens to keys.
	 * @return this
	 */
	public ChoiceCards<T> digits() {
		getElement().setAttribute("data-digits", true);
		int digit = 1;
		for (Element radio : this.radios.values()) {
			if (digit <= 9) {
				radio.getParent()
					.appendChild(
							new Element("kbd").setText(Integer.toString(digit)).setAttribute("aria-hidden", "true"));
				digit++;
			}
		}
		return this;
	}

	/**
	 * Adds something that unfolds below the last card while it is chosen.
	 * @param part what, for example a sentence
	 * @return this
	 */
	public ChoiceCards<T> unfolding(Component part) {
		var branch = new Div(part);
		branch.addClassName("branch");
		this.cards.add(branch);
		return this;
	}

	private Element radio(String key) {
		var radio = new Element("input").setAttribute("type", "radio")
			.setAttribute("name", this.name)
			.setAttribute("value", key)
			// an error leads to the first card
			.setAttribute("id", this.radios.isEmpty() ? this.name : this.name + "-" + key);
		radio.addEventListener("change", event -> {
			this.chosen = key;
			this.changed.run();
		});
		this.radios.put(key, radio);
		return radio;
	}

	private static Element card(Element radio, String title, String consequence, @Nullable Icons icon) {
		var words = new Element("span").appendChild(Prose.element("b", title).getElement());
		if (!consequence.isEmpty()) {
			words.appendChild(Prose.span(consequence).getElement());
		}
		var card = new Element("label").setAttribute("class", "opt").appendChild(radio, words);
		if (icon != null) {
			card.appendChild(icon.draw().getElement());
		}
		return card;
	}

	/**
	 * Asks at once for what depends on the choice, instead of on another page.
	 * @param changed called each time another card is chosen; arrow keys choose every
	 * card that they pass, so nothing is stored here
	 * @return this
	 */
	public ChoiceCards<T> whenChosen(Runnable changed) {
		this.changed = changed;
		return this;
	}

	/**
	 * Chooses a card from the start, for example an earlier answer.
	 * @param choice which; ignored if there is no such card
	 * @return this
	 */
	public ChoiceCards<T> choose(T choice) {
		this.choices.forEach((key, each) -> {
			if (Objects.equals(each, choice)) {
				take(key);
			}
		});
		return this;
	}

	/**
	 * What was chosen.
	 * @return the choice, or empty
	 */
	public Optional<T> chosen() {
		return Optional.ofNullable(this.choices.get(this.chosen));
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public void take(String key) {
		this.chosen = key;
		this.radios.forEach((each, radio) -> {
			radio.setProperty("checked", each.equals(key));
			radio.setAttribute("checked", each.equals(key));
		});
	}

	@Override
	public void refuse(String message) {
		this.error.refuse(message);
		addClassName("bad");
	}

	@Override
	public void accept() {
		this.error.accept();
		removeClassName("bad");
	}

	@Override
	public void focusIt() {
		this.radios.values().stream().findFirst().ifPresent(radio -> radio.callJsFunction("focus"));
	}

}
