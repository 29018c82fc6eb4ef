package app.resim.ui;

import java.util.List;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;

/**
 * Numbered steps, one sentence each.
 */
public final class Steps extends OrderedList {

	/**
	 * Steps.
	 * @param sentences with marks
	 */
	public Steps(List<String> sentences) {
		addClassName("steps");
		getElement().setAttribute("role", "list");
		sentences.forEach(sentence -> add(new ListItem(Prose.span(sentence))));
	}

	public Steps(String... sentences) {
		this(List.of(sentences));
	}

}
