package app.resim.ui;

import java.time.Duration;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;

/**
 * Time that runs out: words first, a bar second, announced at 60 and 15 seconds only. The
 * browser counts; the server is told at the end, and must not rely on being told.
 */
@JsModule("./parts.ts")
public final class Countdown extends Component {

	/**
	 * A countdown.
	 * @param words the reader's
	 * @param sentence what happens at the end, with marks
	 * @param left time left now, in whole seconds
	 * @param whole the full length of the bar
	 * @param over called when the browser has counted to zero
	 */
	public Countdown(Words words, String sentence, Duration left, Duration whole, Runnable over) {
		super(new Element("resim-countdown"));
		var clock = new Element("b");
		clock.setText(words.text("shell.left", left.toMinutes(), left.toSecondsPart()));
		var line = new Paragraph(Prose.span(sentence));
		line.getElement().appendChild(clock);
		var bar = new Div();
		bar.addClassName("bar");
		bar.getElement().setAttribute("aria-hidden", "true").appendChild(new Element("span"));
		getElement().setAttribute("class", "count")
			.setAttribute("seconds", Long.toString(left.toSeconds()))
			.setAttribute("whole", Long.toString(whole.toSeconds()))
			.setAttribute("minutes-left", words.text("shell.left", "{m}", "{s}"))
			.setAttribute("seconds-left", words.text("shell.left.seconds", "{s}"))
			.appendChild(line.getElement(), bar.getElement(),
					new Element("span").setAttribute("class", "vh").setAttribute("role", "status"));
		getElement().addEventListener("over", event -> over.run());
	}

}
