package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.Element;

/**
 * Something to press: a button, or a link that looks like one because it begins a deed.
 * The verb of the deed stands on it. One per page is the main one; the others are
 * {@link #quiet}.
 */
public final class Act extends Component implements HasStyle, Focusable<Act> {

	/**
	 * Presses within this time, in milliseconds, count once: nobody means a double click.
	 */
	static final int ONE_PRESS = 700;

	private Act(Element element, String text) {
		super(element);
		addClassName("btn");
		element.appendChild(new Text(text).getElement());
	}

	/**
	 * The button that sends the form around it; Enter in a field does the same.
	 * @param text the verb
	 * @return the button
	 */
	public static Act submit(String text) {
		return new Act(new Element("button").setAttribute("type", "submit"), text);
	}

	/**
	 * A button that does something on this page.
	 * @param text the verb
	 * @param deed what is done; a double click does it once
	 * @return the button
	 */
	public static Act press(String text, Runnable deed) {
		var act = new Act(new Element("button").setAttribute("type", "button"), text);
		act.getElement().addEventListener("click", event -> deed.run()).debounce(ONE_PRESS, DebouncePhase.LEADING);
		return act;
	}

	/**
	 * A link to the page where something begins.
	 * @param text the verb
	 * @param href path of ours beginning with a slash, or an address
	 * @return the link
	 */
	public static Act go(String text, String href) {
		var act = new Act(new Element("a").setAttribute("href", href), text);
		if (Link.leavesFlow(href)) {
			act.getElement().setAttribute("router-ignore", true);
		}
		return act;
	}

	/**
	 * Not the main act of the page.
	 * @return this
	 */
	public Act quiet() {
		return with("quiet");
	}

	/**
	 * Stops something: red, and never the main act.
	 * @return this
	 */
	public Act stop() {
		return with("stop");
	}

	/**
	 * 44 instead of 52 pixels high.
	 * @return this
	 */
	public Act slim() {
		return with("slim");
	}

	/**
	 * Looks like a link, for a way out beside the main act.
	 * @return this
	 */
	public Act aside() {
		return with("aside");
	}

	/**
	 * An icon before the words.
	 * @param icon which
	 * @return this
	 */
	public Act icon(Icons icon) {
		getElement().insertChild(0, icon.draw().getElement());
		return this;
	}

	/**
	 * More words for those who listen, where several buttons say the same.
	 * @param text follows the visible words
	 * @return this
	 */
	public Act unseen(String text) {
		getElement().appendChild(Prose.unseen(" " + text).getElement());
		return this;
	}

	/**
	 * A single key that presses it, where the page listens to keys.
	 * @param key one letter, also shown on the button
	 * @return this
	 */
	public Act key(String key) {
		getElement().setAttribute("aria-keyshortcuts", key);
		getElement().appendChild(new Element("kbd").setText(key).setAttribute("aria-hidden", "true"));
		return this;
	}

	/**
	 * Carries out a decision: on pages that listen to keys, Control and Enter press it.
	 * @return this
	 */
	public Act confirming() {
		getElement().setAttribute("data-confirm", true);
		getElement().appendChild(new Element("kbd").setText("Ctrl ↵").setAttribute("aria-hidden", "true"));
		return this;
	}

	/**
	 * A stable id, for tests.
	 * @param id of the element
	 * @return this
	 */
	public Act named(String id) {
		setId(id);
		return this;
	}

	/**
	 * Sends another form of a plain page than the one around it.
	 * @param form id of the form
	 * @return this
	 */
	Act sending(String form) {
		getElement().setAttribute("form", form);
		return this;
	}

	private Act with(String className) {
		addClassName(className);
		return this;
	}

}
