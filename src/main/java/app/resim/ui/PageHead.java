package app.resim.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;

/**
 * The head of a page that asks nothing: heading, and if wanted a line above and a leading
 * sentence below.
 */
public final class PageHead extends Div {

	/**
	 * A head.
	 * @param heading the page's only first-level heading
	 */
	public PageHead(String heading) {
		addClassName("head");
		add(new H1(heading));
	}

	/**
	 * A small line above the heading.
	 * @param text with marks
	 * @return this
	 */
	public PageHead over(String text) {
		addComponentAsFirst(Prose.paragraph(text, "over"));
		return this;
	}

	/**
	 * A leading sentence.
	 * @param text with marks
	 * @return this
	 */
	public PageHead lead(String text) {
		add(Prose.paragraph(text, "lead"));
		return this;
	}

	/**
	 * A sentence that helps to answer.
	 * @param text with marks
	 * @return this
	 */
	public PageHead hint(String text) {
		add(Prose.paragraph(text, "hint"));
		return this;
	}

}
