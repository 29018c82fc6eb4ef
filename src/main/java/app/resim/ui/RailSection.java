package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/**
 * A small section of the rail.
 */
public final class RailSection extends Section {

	/**
	 * A section.
	 * @param heading two or three words
	 * @param text with marks
	 * @param more for example a link that stands alone
	 */
	public RailSection(String heading, String text, Component... more) {
		add(new H2(heading), Prose.paragraph(text));
		add(more);
	}

}
