package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/**
 * A part of a page with its own heading.
 */
public final class Stack extends Section {

	/**
	 * A part of a page.
	 * @param heading second-level heading
	 * @param parts below it
	 */
	public Stack(String heading, Component... parts) {
		addClassName("stack");
		add(new H2(heading));
		add(parts);
	}

}
