package app.resim.ui;

import java.util.Locale;

import com.vaadin.flow.component.html.Span;

/**
 * A state in two words, with a shape as second sign. Never to be pressed.
 */
public final class Badge extends Span {

	/** How a state looks. */
	public enum Look {

		/** Nothing special. */
		PLAIN,
		/** Done, works. */
		OK,
		/** Under way. */
		NOW,
		/** Waits for somebody. */
		WAIT,
		/** Needs attention. */
		WARN,
		/** Failed, stopped, risky. */
		DANGER

	}

	/**
	 * A badge.
	 * @param look colour and shape
	 * @param text two words
	 */
	public Badge(Look look, String text) {
		super(text);
		addClassName("badge");
		if (look != Look.PLAIN) {
			addClassName(look.name().toLowerCase(Locale.ROOT));
		}
	}

}
