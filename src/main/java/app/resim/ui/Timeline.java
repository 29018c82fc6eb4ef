package app.resim.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/**
 * What was done, what is under way, what comes: ticks and rings on a wire. The past has
 * clock times, the present a deadline, the future a duration.
 */
public final class Timeline extends OrderedList {

	private final Words words;

	/**
	 * An empty wire.
	 * @param words the reader's
	 */
	public Timeline(Words words) {
		this.words = words;
		addClassName("wire");
		getElement().setAttribute("role", "list");
	}

	/**
	 * A step that was done.
	 * @param title what
	 * @param time when, for example {@link Times#stamp}
	 * @param text one sentence with marks, or empty
	 * @return this
	 */
	public Timeline done(String title, String time, String text) {
		return step("done", Icons.CHECK, title, time, text);
	}

	/**
	 * The step under way.
	 * @param title what
	 * @param time until when, for example {@link Times#by}
	 * @param text one sentence with marks, or empty
	 * @return this
	 */
	public Timeline now(String title, String time, String text) {
		return step("now", null, title, time, text);
	}

	/**
	 * A step that comes.
	 * @param title what
	 * @param time how long, for example {@link Times#about}
	 * @param text one sentence with marks, or empty
	 * @return this
	 */
	public Timeline next(String title, String time, String text) {
		return step("next", null, title, time, text);
	}

	/**
	 * A step at which it ended otherwise than wished.
	 * @param title what
	 * @param time when
	 * @param text one sentence with marks, or empty
	 * @return this
	 */
	public Timeline stopped(String title, String time, String text) {
		return step("stopped", Icons.STOP, title, time, text);
	}

	private Timeline step(String state, @Nullable Icons icon, String title, String time, String text) {
		var mark = new Span();
		mark.addClassName("dot");
		if (icon != null) {
			mark.add(icon.draw());
		}
		var line = new Div(Prose.unseen(this.words.text("shell.step." + state) + " "), Prose.element("b", title),
				Prose.element("time", time));
		line.addClassName("h");
		var step = new ListItem(mark, line);
		step.addClassName(state);
		if (state.equals("now")) {
			step.getElement().setAttribute("aria-current", "step");
		}
		if (!text.isEmpty()) {
			step.add(Prose.paragraph(text));
		}
		add(step);
		return this;
	}

}
