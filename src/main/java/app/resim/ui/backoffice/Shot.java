package app.resim.ui.backoffice;

import java.util.List;

import app.resim.ui.Prose;
import app.resim.ui.Words;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.streams.DownloadHandler;
import org.jspecify.annotations.Nullable;

/**
 * One picture with what a reviewer needs to see more: twice the size, a quarter turn,
 * brighter, darker. The picture itself is loaded once; only classes of the style sheet
 * change.
 */
@Tag("figure")
final class Shot extends HtmlContainer {

	private static final List<String> TURNS = List.of("", "r1", "r2", "r3");

	private final Words words;

	private final String id;

	private final String name;

	private final Div turn = new Div();

	private int quarters;

	/**
	 * Shows a picture.
	 * @param words the reader's
	 * @param id stable, such as {@code shot-front}
	 * @param name what it shows
	 * @param size in pixels, as said below it
	 * @param bytes streams it
	 */
	Shot(Words words, String id, String name, String size, DownloadHandler bytes) {
		this.words = words;
		this.id = id;
		this.name = name;
		setId(id);
		addClassName("view");
		this.turn.addClassName("turn");
		this.turn.add(new Image(bytes, name));
		var frame = new Div(this.turn);
		frame.addClassName("shot");
		frame.getElement()
			.setAttribute("tabindex", "0")
			.setAttribute("role", "group")
			.setAttribute("aria-label", words.text("backoffice.picture.frame", name));
		var caption = new Caption();
		caption.add(Prose.span("**" + name + "**"), Prose.span(size, "sub"));
		add(frame, caption, tools());
	}

	private Div tools() {
		NativeButton brighter = tool("brighter");
		NativeButton darker = tool("darker");
		NativeButton zoom = tool("zoom");
		toggle(zoom, "twice", null);
		toggle(brighter, "bright", darker);
		toggle(darker, "dim", brighter);
		NativeButton rotate = tool("rotate");
		rotate.addClickListener(event -> rotate());
		var tools = new Div(zoom, rotate, brighter, darker);
		tools.addClassName("tools");
		return tools;
	}

	private NativeButton tool(String deed) {
		var button = new NativeButton(this.words.text("backoffice.picture." + deed));
		button.setId(this.id + "-" + deed);
		button.addClassNames("btn", "quiet", "slim");
		button.add(Prose.unseen(" " + this.name));
		return button;
	}

	private void toggle(NativeButton button, String className, @Nullable NativeButton instead) {
		press(button, false);
		button.addClickListener(event -> {
			boolean on = !this.turn.hasClassName(className);
			if (on && instead != null) {
				this.turn.removeClassNames("bright", "dim");
				press(instead, false);
			}
			this.turn.setClassName(className, on);
			press(button, on);
		});
	}

	private static void press(NativeButton button, boolean pressed) {
		button.getElement().setAttribute("aria-pressed", Boolean.toString(pressed));
	}

	private void rotate() {
		turned(false);
		this.quarters = (this.quarters + 1) % TURNS.size();
		turned(true);
	}

	private void turned(boolean on) {
		if (this.quarters > 0) {
			this.turn.setClassName(TURNS.get(this.quarters), on);
		}
	}

	/** The words below a picture. */
	@Tag("figcaption")
	private static final class Caption extends HtmlContainer {

	}

}
