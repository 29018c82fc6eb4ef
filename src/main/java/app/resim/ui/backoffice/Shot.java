package app.resim.ui.backoffice;

import app.resim.ui.Icons;
import app.resim.ui.Notice;
import app.resim.ui.Prose;
import app.resim.ui.Words;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.streams.DownloadHandler;

/**
 * One picture with what a reviewer needs to see more: larger, turned, brighter, darker,
 * through a loupe. The picture is loaded once; the rest happens in the browser.
 */
@Tag("figure")
final class Shot extends HtmlContainer {

	private final Words words;

	private final String id;

	private final String name;

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
		var image = new Image(bytes, name);
		Notice lost = Notice
			.warn(words.text("backoffice.picture.lost", name), words.text("backoffice.picture.lost.text"))
			.announced();
		lost.setVisible(false);
		image.getElement().addEventListener("error", event -> lost.setVisible(true));
		var turn = new Div(image);
		turn.addClassName("turn");
		var frame = new Div(turn);
		frame.addClassName("shot");
		frame.getElement()
			.setAttribute("tabindex", "0")
			.setAttribute("role", "group")
			.setAttribute("aria-label", words.text("backoffice.picture.frame", name));
		var stage = new Div(frame);
		stage.addClassName("stage");
		var caption = new Caption();
		caption.add(Prose.span("**" + name + "**"), Prose.span(size, "sub"));
		var close = new Closely();
		close.add(stage, tools());
		add(lost, close, caption);
	}

	private Div tools() {
		var state = Prose.span("", "state");
		state.getElement().setAttribute("role", "status");
		var tools = new Div(tool("zoom", "in", "z", Icons.ZOOM_IN), tool("out", "out", "Z", Icons.ZOOM_OUT),
				tool("rotate", "turn", "r", Icons.ROTATE), tool("light", "bright", "b", Icons.LIGHT),
				tool("loupe", "loupe", "l", Icons.LOUPE), tool("reset", "reset", "0", Icons.RESET), state);
		tools.addClassName("kit");
		tools.getElement().setAttribute("role", "toolbar").setAttribute("aria-label", this.name);
		return tools;
	}

	private NativeButton tool(String deed, String does, String key, Icons icon) {
		var button = new NativeButton();
		String named = this.words.text("backoffice.picture." + deed);
		button.add(icon.draw());
		button.setId(this.id + "-" + deed);
		button.getElement()
			.setAttribute("type", "button")
			.setAttribute("data-do", does)
			.setAttribute("data-tip", key.equals("0") ? named : named + " (" + key + ")")
			.setAttribute("aria-label", named)
			.setAttribute("aria-keyshortcuts", key);
		if (does.equals("loupe")) {
			button.getElement().setAttribute("aria-pressed", "false");
		}
		return button;
	}

	/** What the browser does with the picture. */
	@Tag("resim-shot")
	@JsModule("./shot.ts")
	private static final class Closely extends HtmlContainer {

		Closely() {
			getElement().setAttribute("data-scope", true);
		}

	}

	/** The words below a picture. */
	@Tag("figcaption")
	private static final class Caption extends HtmlContainer {

	}

}
