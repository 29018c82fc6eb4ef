package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/**
 * A phone line with its state and what can be done with it.
 */
public final class LineRow extends ListItem {

	/**
	 * A line.
	 * @param number as its owner reads it
	 * @param state its badge
	 * @param sentence more about it, with marks
	 * @param acts what can be done, slim
	 */
	public LineRow(String number, Badge state, String sentence, Act... acts) {
		var title = new Div(new H2(Prose.number(number)), state);
		title.addClassName("t");
		add(title, Prose.paragraph(sentence, "soft"));
		if (acts.length > 0) {
			add(new Acts(acts));
		}
	}

	/**
	 * Adds something between the sentence and the acts, for example a notice.
	 * @param part what
	 * @return this
	 */
	public LineRow note(Component part) {
		getElement().insertChild(2, part.getElement());
		return this;
	}

	/**
	 * Rows between hairlines.
	 * @param rows in order
	 * @return the list
	 */
	public static UnorderedList list(LineRow... rows) {
		var list = new UnorderedList(rows);
		list.addClassName("rows");
		list.getElement().setAttribute("role", "list");
		return list;
	}

}
