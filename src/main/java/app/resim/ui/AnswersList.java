package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/**
 * The answers given, each with a link that changes it.
 */
public final class AnswersList extends DescriptionList {

	private final String change;

	/**
	 * An empty list.
	 * @param words the reader's
	 */
	public AnswersList(Words words) {
		addClassName("answers");
		this.change = words.text("shell.change");
	}

	/**
	 * Adds an answer.
	 * @param question in one or two words
	 * @param answer with marks
	 * @param small more about it, with marks, or empty
	 * @param changeHref the question's page
	 * @return this
	 */
	public AnswersList answer(String question, String answer, String small, String changeHref) {
		return answer(question, said(answer, small), changeHref);
	}

	/**
	 * Adds an answer of any kind, for example pictures.
	 * @param question in one or two words
	 * @param answer the component
	 * @param changeHref the question's page
	 * @return this
	 */
	public AnswersList answer(String question, Component answer, String changeHref) {
		var link = new Link(changeHref, this.change);
		link.add(Prose.unseen(" " + question));
		return row(new Term(question), new Description(answer), new Description(link));
	}

	/**
	 * Adds an answer that cannot be changed.
	 * @param question in one or two words
	 * @param answer with marks
	 * @param small more about it, with marks, or empty
	 * @return this
	 */
	public AnswersList fixed(String question, String answer, String small) {
		return row(new Term(question), new Description(said(answer, small)));
	}

	private static Component said(String answer, String small) {
		var said = Prose.span(answer);
		if (!small.isEmpty()) {
			said.add(Prose.span(small, "sub"));
		}
		return said;
	}

	private AnswersList row(Component... cells) {
		getElement().appendChild(new Div(cells).getElement());
		return this;
	}

}
