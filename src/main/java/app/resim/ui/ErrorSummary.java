package app.resim.ui;

import java.util.List;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/**
 * All that is wrong on a page, first in its main part. It takes the focus when it
 * appears, and each sentence leads to its field.
 */
final class ErrorSummary extends Div {

	ErrorSummary(Words words, List<Problem> problems) {
		setId("problem");
		addClassName("summary");
		getElement().setAttribute("role", "alert").setAttribute("tabindex", "-1");
		var list = new UnorderedList();
		problems.forEach(problem -> list.add(new ListItem(link(problem))));
		add(new H2(words.text("shell.problem")), list);
		addAttachListener(event -> getElement().callJsFunction("focus"));
	}

	private static Anchor link(Problem problem) {
		var link = new Anchor();
		link.setText(problem.message());
		link.getElement().setAttribute("href", "#" + problem.field().name()).setAttribute("router-ignore", true);
		// Flow's base address would make "#name" lead to another page
		link.getElement().addEventListener("click", event -> problem.field().focusIt()).preventDefault();
		return link;
	}

}
