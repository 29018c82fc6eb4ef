package app.resim.ui;

import java.util.List;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/**
 * Sentences below one another, with a dot each.
 */
public final class PlainList extends UnorderedList {

	/**
	 * A list.
	 * @param sentences with marks
	 */
	public PlainList(List<String> sentences) {
		addClassName("plain");
		sentences.forEach(sentence -> add(Prose.into(new ListItem(), sentence)));
	}

	public PlainList(String... sentences) {
		this(List.of(sentences));
	}

}
