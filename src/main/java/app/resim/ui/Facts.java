package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;

/**
 * Names and what they are: a wide row of facts between hairlines, a filled box of
 * references, or the facts beside a QR code.
 */
public final class Facts extends DescriptionList {

	private Facts(String className) {
		if (!className.isEmpty()) {
			addClassName(className);
		}
	}

	/**
	 * A row of large facts between hairlines.
	 * @return empty facts
	 */
	public static Facts wide() {
		return new Facts("facts");
	}

	/**
	 * A filled box, for example with a reference number.
	 * @return empty facts
	 */
	public static Facts box() {
		return new Facts("ref");
	}

	/**
	 * Plain facts below one another.
	 * @return empty facts
	 */
	public static Facts plain() {
		return new Facts("pairs");
	}

	/**
	 * Adds a fact.
	 * @param name what it is called
	 * @param what with marks
	 * @return this
	 */
	public Facts fact(String name, String what) {
		return fact(name, Prose.span(what));
	}

	/**
	 * Adds a fact with a small sentence below.
	 * @param name what it is called
	 * @param what with marks
	 * @param small with marks
	 * @return this
	 */
	public Facts fact(String name, String what, String small) {
		return fact(name, Prose.span(what), Prose.span(small, "sub"));
	}

	/**
	 * Adds a fact.
	 * @param name what it is called
	 * @param what any components
	 * @return this
	 */
	public Facts fact(String name, Component... what) {
		var group = new Div(new Term(name), new Description(what));
		getElement().appendChild(group.getElement());
		return this;
	}

}
