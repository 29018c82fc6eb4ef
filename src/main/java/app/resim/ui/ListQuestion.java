package app.resim.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;

/**
 * A question answered from a list so long that it is searched by typing. What the list
 * does not hold can be typed too, where {@link #ownWords} allows it.
 *
 * @param <T> what is chosen from
 */
public final class ListQuestion<T> extends Div implements Field {

	/** Longest text that is taken as an answer of its own, in characters. */
	static final int LONGEST = 200;

	private final String name;

	private final ErrorLine error;

	private final ComboBox<T> list;

	private ListQuestion(Words words, String name, String question, Function<String, List<T>> matching,
			Function<T, String> label) {
		this.name = name;
		this.error = new ErrorLine(words, name);
		this.list = new ComboBox<>(question);
		setId(name + "-field");
		addClassName("field");
		this.list.setId(name);
		this.list.setManualValidation(true);
		this.list.setItemLabelGenerator(label::apply);
		this.list.setItems(query -> matching.apply(cut(query.getFilter().orElse("")))
			.stream()
			.skip(query.getOffset())
			.limit(query.getLimit()));
		add(this.error, this.list);
	}

	/**
	 * One question of several on a page.
	 * @param words the reader's
	 * @param name unique on the page, see {@link Field#name}
	 * @param question the label
	 * @param matching what the list holds for what was typed, best first; everything for
	 * an empty text
	 * @param label how a choice is written
	 * @param <T> what is chosen from
	 * @return the question
	 */
	public static <T> ListQuestion<T> labelled(Words words, String name, String question,
			Function<String, List<T>> matching, Function<T, String> label) {
		return new ListQuestion<>(words, name, question, matching, label);
	}

	/**
	 * A sentence that helps to answer, between the label and the field.
	 * @param text without marks
	 * @return this
	 */
	public ListQuestion<T> hint(String text) {
		this.list.setHelperText(text);
		this.list.addThemeName("helper-above-field");
		return this;
	}

	/**
	 * Takes what the list does not hold.
	 * @param answer makes a choice of what was typed, at most {@value #LONGEST}
	 * characters
	 * @return this
	 */
	public ListQuestion<T> ownWords(Function<String, T> answer) {
		this.list.setAllowCustomValue(true);
		this.list.addCustomValueSetListener(event -> this.list.setValue(answer.apply(cut(event.getDetail().strip()))));
		return this;
	}

	/**
	 * Chooses from the start, for example an earlier answer.
	 * @param choice which
	 * @return this
	 */
	public ListQuestion<T> choose(T choice) {
		this.list.setValue(choice);
		return this;
	}

	/**
	 * What was chosen.
	 * @return the choice, or empty
	 */
	public Optional<T> chosen() {
		return this.list.getOptionalValue();
	}

	@Override
	public String name() {
		return this.name;
	}

	/** The list has told its choice before the form is sent. */
	@Override
	public void take(String typed) {
	}

	@Override
	public void refuse(String message) {
		this.error.refuse(message);
		addClassName("bad");
		// read out with the field; the sentence above it is for the eye
		this.list.setErrorMessage(message);
		this.list.setInvalid(true);
	}

	@Override
	public void accept() {
		this.error.accept();
		removeClassName("bad");
		this.list.setInvalid(false);
	}

	@Override
	public void focusIt() {
		this.list.focus();
	}

	private static String cut(String text) {
		return (text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

}
