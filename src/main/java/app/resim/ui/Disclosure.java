package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/**
 * More words that open below a line, by the browser itself.
 */
public final class Disclosure extends Component {

	/**
	 * A closed disclosure.
	 * @param summary the line
	 * @param parts what opens
	 */
	public Disclosure(String summary, Component... parts) {
		super(new Element("details"));
		var content = new Div(parts);
		content.addClassName("stack");
		getElement().appendChild(Prose.element("summary", summary).getElement(), content.getElement());
	}

	/**
	 * A closed disclosure with one sentence.
	 * @param summary the line
	 * @param text with marks
	 */
	public Disclosure(String summary, String text) {
		this(summary, Prose.paragraph(text, "soft"));
	}

	/**
	 * Open from the start.
	 * @return this
	 */
	public Disclosure open() {
		getElement().setAttribute("open", true);
		return this;
	}

	/**
	 * Several disclosures below one another.
	 * @param disclosures in order
	 * @return their group
	 */
	public static Component group(Disclosure... disclosures) {
		HasComponents group = new Div();
		group.add(disclosures);
		return (Component) group;
	}

}
