package app.resim.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/**
 * A filled box with an icon, a bold sentence and one more. At most one above the fold of
 * a page.
 */
public final class Notice extends Section {

	private Notice(String sort, Icons icon, String heading, String text) {
		addClassName("note");
		if (!sort.isEmpty()) {
			addClassName(sort);
		}
		add(icon.draw(), new H2(heading));
		if (!text.isEmpty()) {
			add(Prose.paragraph(text));
		}
	}

	/**
	 * Something to know.
	 * @param icon what it is about
	 * @param heading bold sentence
	 * @param text one more sentence with marks, or empty
	 * @return the notice
	 */
	public static Notice info(Icons icon, String heading, String text) {
		return new Notice("", icon, heading, text);
	}

	/**
	 * Something is done or works.
	 * @param heading bold sentence
	 * @param text one more sentence with marks, or empty
	 * @return the notice
	 */
	public static Notice ok(String heading, String text) {
		return new Notice("ok", Icons.CHECK_CIRCLE, heading, text);
	}

	/**
	 * Something needs attention.
	 * @param heading bold sentence
	 * @param text one more sentence with marks, or empty
	 * @return the notice
	 */
	public static Notice warn(String heading, String text) {
		return new Notice("warn", Icons.WARNING, heading, text);
	}

	/**
	 * Something is dangerous or cannot be undone.
	 * @param heading bold sentence
	 * @param text one more sentence with marks, or empty
	 * @return the notice
	 */
	public static Notice danger(String heading, String text) {
		return new Notice("danger", Icons.STOP, heading, text);
	}

	/**
	 * The one thing to do about it.
	 * @param act slim
	 * @return this
	 */
	public Notice act(Act act) {
		add(new Acts(act.slim()));
		return this;
	}

	/**
	 * Lets readers announce it when it appears after the page.
	 * @return this
	 */
	public Notice announced() {
		getElement().setAttribute("role", "status");
		return this;
	}

}
