package app.resim.ui.backoffice;

import java.util.List;

import app.resim.ui.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;

/**
 * The single keys of a page: a button that explains them, the explanation and the switch
 * that turns them off.
 */
@Tag("resim-keys")
@JsModule("./keys.ts")
final class KeysHelp extends Component {

	/** The worklist's, each with a text {@code backoffice.keys.*}. */
	static final List<String> LIST = List.of("j", "k", "Enter", "c", "n");

	/** A case's. */
	static final List<String> CASE = List.of("a", "d", "p", "s", "1–9", "Ctrl+Enter", "c", "n", "z", "r", "b", "l");

	KeysHelp(Words words, List<String> keys) {
		Element open = new Element("button").setAttribute("type", "button")
			.setAttribute("id", "keys")
			.setAttribute("class", "btn quiet slim")
			.appendChild(text("span", words.text("backoffice.keys")), kbd("?"));
		Element list = new Element("dl").setAttribute("class", "keys");
		keys.forEach(
				key -> list.appendChild(new Element("div").appendChild(new Element("dt").appendChild(text("kbd", key)),
						text("dd", words.text("backoffice.keys." + name(key))))));
		Element close = new Element("form").setAttribute("method", "dialog")
			.appendChild(text("button", words.text("backoffice.keys.close")).setAttribute("class", "btn slim"));
		Element box = new Element("input").setAttribute("type", "checkbox").setAttribute("id", "keys-on");
		Element on = new Element("label").setAttribute("class", "keys-on")
			.appendChild(box, text("span", words.text("backoffice.keys.on")));
		Element dialog = new Element("dialog").setAttribute("aria-labelledby", "keys-title")
			.appendChild(text("h2", words.text("backoffice.keys.title")).setAttribute("id", "keys-title"), list,
					text("p", words.text("backoffice.keys.typing")).setAttribute("class", "soft small"), on, close);
		getElement().appendChild(open, dialog);
	}

	private static String name(String key) {
		return switch (key) {
			case "1–9" -> "digit";
			case "Ctrl+Enter" -> "confirm";
			case "Enter" -> "enter";
			default -> key;
		};
	}

	private static Element text(String tag, String text) {
		return new Element(tag).setText(text);
	}

	private static Element kbd(String key) {
		return text("kbd", key).setAttribute("aria-hidden", "true");
	}

}
