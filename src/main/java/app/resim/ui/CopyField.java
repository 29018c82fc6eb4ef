package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/**
 * A text to be copied into a phone: label, the text, a button. The text is there without
 * any script; only the copying needs one.
 */
@JsModule("./parts.ts")
public final class CopyField extends Component {

	/**
	 * A text to copy.
	 * @param words the reader's
	 * @param label what it is, as the phone calls it
	 * @param text never split, never mirrored
	 */
	public CopyField(Words words, String label, String text) {
		super(new Element("resim-copy"));
		var code = new Span(text);
		code.addClassName("code");
		code.getElement().setAttribute("translate", "no").setAttribute("dir", "ltr");
		var button = new Element("button").setAttribute("type", "button").setAttribute("class", "btn quiet slim");
		button.appendChild(Prose.span(words.text("shell.copy")).getElement(), Prose.unseen(" " + label).getElement());
		var box = new Div(code);
		box.addClassName("box");
		box.getElement().appendChild(button);
		var name = new Span(label);
		name.addClassName("label");
		var said = new Span();
		said.addClassName("vh");
		said.getElement().setAttribute("role", "status");
		getElement().setAttribute("class", "copy")
			.setAttribute("copied", words.text("shell.copied"))
			.setAttribute("copied-what", words.text("shell.copied.what", label))
			.appendChild(name.getElement(), box.getElement(), said.getElement());
	}

}
