package app.resim.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/**
 * Things with an icon, a bold word and a sentence each.
 */
public final class ReadyList extends UnorderedList {

	public ReadyList() {
		addClassName("ready");
		getElement().setAttribute("role", "list");
	}

	/**
	 * Adds a thing.
	 * @param icon what it is
	 * @param name bold words
	 * @param sentence with marks
	 * @return this
	 */
	public ReadyList item(Icons icon, String name, String sentence) {
		add(new ListItem(icon.draw(), Prose.strong(name), Prose.span(sentence)));
		return this;
	}

}
