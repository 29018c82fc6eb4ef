package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;

/**
 * A question answered by typing. Nothing is checked before the form is sent; what was
 * typed stays, also when it was wrong. Reading it liberally is the caller's part: see
 * {@code kernel.Imei.read} and its like.
 */
public final class TextQuestion extends Div implements Field {

	/** Longest text that is taken, in characters; what is longer is cut. */
	static final int LONGEST = 2000;

	private final String name;

	private final Element input;

	private final ErrorLine error;

	private String typed = "";

	private int longest = LONGEST;

	private TextQuestion(Words words, String name, Component heading, Element input) {
		this.name = name;
		this.input = input;
		this.error = new ErrorLine(words, name);
		setId(name + "-field");
		addClassName("field");
		add(heading, this.error);
		input.setAttribute("id", name)
			.setAttribute("name", name)
			.setAttribute("class", "input")
			.setAttribute("maxlength", Integer.toString(LONGEST))
			.setAttribute("aria-describedby", name + "-error")
			.setAttribute("autocomplete", "off")
			.setAttribute("spellcheck", "false");
		input.addPropertyChangeListener("value", "change", event -> this.typed = cut(input.getProperty("value", "")));
		getElement().appendChild(input);
	}

	/**
	 * The page's question: its label is the heading of the page.
	 * @param words the reader's
	 * @param name unique on the page, see {@link Field#name}
	 * @param question the heading
	 * @return the question
	 */
	public static TextQuestion heading(Words words, String name, String question) {
		return new TextQuestion(words, name, new H1(label(name, question)), line());
	}

	/**
	 * One question of several on a page.
	 * @param words the reader's
	 * @param name unique on the page, see {@link Field#name}
	 * @param question the label
	 * @return the question
	 */
	public static TextQuestion labelled(Words words, String name, String question) {
		return new TextQuestion(words, name, label(name, question), line());
	}

	/**
	 * A question whose answer may take several lines.
	 * @param words the reader's
	 * @param name unique on the page, see {@link Field#name}
	 * @param question the label
	 * @return the question
	 */
	public static TextQuestion lines(Words words, String name, String question) {
		return new TextQuestion(words, name, label(name, question), new Element("textarea").setAttribute("rows", "3"));
	}

	/**
	 * The page's question, answered by a number so long that a field of one line could
	 * not show all of it. The field grows; Enter sends the form.
	 * @param words the reader's
	 * @param name unique on the page, see {@link Field#name}
	 * @param question the heading
	 * @param submitted what the form does
	 * @return the question
	 */
	public static TextQuestion longNumber(Words words, String name, String question, Runnable submitted) {
		return growing(words, name, new H1(label(name, question)), submitted);
	}

	/**
	 * One question of several on a page, answered by such a long number.
	 * @param words the reader's
	 * @param name unique on the page, see {@link Field#name}
	 * @param question the label
	 * @param submitted what the form does
	 * @return the question
	 */
	public static TextQuestion labelledLongNumber(Words words, String name, String question, Runnable submitted) {
		return growing(words, name, label(name, question), submitted);
	}

	private static TextQuestion growing(Words words, String name, Component heading, Runnable submitted) {
		var field = new Element("textarea").setAttribute("rows", "1").setAttribute("inputmode", "numeric");
		var asked = new TextQuestion(words, name, heading, field);
		field.getClassList().add("long");
		field.addEventListener("keydown", event -> {
			asked.take(event.getEventData().path("element.value").asString(""));
			submitted.run();
		})
			.setFilter("event.key === 'Enter' && !event.isComposing && (event.preventDefault(), true)")
			.addEventData("element.value");
		return asked;
	}

	private static NativeLabel label(String name, String question) {
		var label = new NativeLabel(question);
		label.getElement().setAttribute("for", name);
		return label;
	}

	private static Element line() {
		return new Element("input").setAttribute("type", "text");
	}

	/**
	 * A sentence that helps to answer, above the field.
	 * @param text with marks
	 * @return this
	 */
	public TextQuestion hint(String text) {
		Paragraph hint = Prose.paragraph(text, "hint");
		hint.setId(this.name + "-hint");
		this.input.setAttribute("aria-describedby", this.name + "-hint " + this.name + "-error");
		return above(hint);
	}

	/**
	 * A drawing that helps to answer, above the field.
	 * @param art the drawing
	 * @return this
	 */
	public TextQuestion picture(Component art) {
		return above(art);
	}

	private TextQuestion above(Component part) {
		getElement().insertChild(getElement().indexOfChild(this.error.getElement()), part.getElement());
		return this;
	}

	/**
	 * Digits are expected, so phones show their number keys.
	 * @return this
	 */
	public TextQuestion digits() {
		this.input.setAttribute("inputmode", "numeric");
		return this;
	}

	/**
	 * A one-time code of six digits: phones offer it from the message, pasting works.
	 * @return this
	 */
	public TextQuestion oneTimeCode() {
		this.input.getClassList().add("c6");
		return digits().autocomplete("one-time-code");
	}

	/**
	 * A password.
	 * @return this
	 */
	public TextQuestion password() {
		this.input.setAttribute("type", "password");
		return autocomplete("current-password");
	}

	/**
	 * What the browser may fill in.
	 * @param purpose a token of HTML's autocomplete attribute
	 * @return this
	 */
	public TextQuestion autocomplete(String purpose) {
		this.input.setAttribute("autocomplete", purpose);
		return this;
	}

	/**
	 * Half as wide, for short answers.
	 * @return this
	 */
	public TextQuestion brief() {
		this.input.getClassList().add("brief");
		return this;
	}

	/**
	 * Takes longer texts than usual.
	 * @param characters at most
	 * @param rows how many are seen at once
	 * @return this
	 */
	public TextQuestion atMost(int characters, int rows) {
		this.longest = characters;
		this.input.setAttribute("maxlength", Integer.toString(characters)).setAttribute("rows", Integer.toString(rows));
		return this;
	}

	/**
	 * What stands in the field before anything is typed.
	 * @param text an earlier answer
	 * @return this
	 */
	public TextQuestion filled(String text) {
		take(text);
		return this;
	}

	/**
	 * What was typed.
	 * @return as it is, at most {@value #LONGEST} characters unless it takes more
	 */
	public String typed() {
		return this.typed;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public void take(String text) {
		this.typed = cut(text);
		if (this.input.getTag().equals("textarea")) {
			this.input.setText(this.typed);
		}
		else {
			this.input.setAttribute("value", this.typed);
		}
		this.input.setProperty("value", this.typed);
	}

	@Override
	public void refuse(String message) {
		this.error.refuse(message);
		addClassName("bad");
		this.input.setAttribute("aria-invalid", "true");
	}

	@Override
	public void accept() {
		this.error.accept();
		removeClassName("bad");
		this.input.removeAttribute("aria-invalid");
	}

	@Override
	public void focusIt() {
		this.input.callJsFunction("focus");
	}

	private String cut(String text) {
		return (text.length() > this.longest) ? text.substring(0, this.longest) : text;
	}

}
