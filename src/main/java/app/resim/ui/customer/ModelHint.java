package app.resim.ui.customer;

import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;

/**
 * Asks the browser for the model of the device that it runs on, as soon as this stands on
 * a page and not before.
 */
@JsModule("./model.ts")
final class ModelHint extends Component {

	private static final int LONGEST = 80;

	/**
	 * What the browser said.
	 *
	 * @param model a model code or name; empty if it tells none
	 * @param family {@code iPhone} or {@code iPad} where it tells no more than that, else
	 * empty
	 */
	record Hint(String model, String family) {
	}

	ModelHint(Consumer<Hint> told) {
		super(new Element("resim-model"));
		getElement().addEventListener("model", event -> told.accept(hint(event)))
			.addEventData("event.detail.model")
			.addEventData("event.detail.family");
	}

	private static Hint hint(DomEvent event) {
		return new Hint(detail(event, "model"), detail(event, "family"));
	}

	private static String detail(DomEvent event, String name) {
		String said = event.getEventData().path("event.detail." + name).asString("").strip();
		return said.substring(0, Math.min(LONGEST, said.length()));
	}

}
