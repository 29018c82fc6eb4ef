package app.resim.ui;

import com.vaadin.flow.component.html.Paragraph;

/**
 * The sentence at a field that says what is wrong. There and empty from the start, so
 * that the field can name it as its description.
 */
final class ErrorLine extends Paragraph {

	private final Words words;

	ErrorLine(Words words, String field) {
		this.words = words;
		setId(field + "-error");
		addClassName("err");
		accept();
	}

	void refuse(String message) {
		removeAll();
		add(Icons.STOP.draw());
		var sentence = Prose.span("");
		sentence.add(Prose.unseen(this.words.text("shell.error-prefix") + " "), Prose.span(message));
		add(sentence);
		getElement().removeAttribute("hidden");
	}

	void accept() {
		removeAll();
		getElement().setAttribute("hidden", true);
	}

}
