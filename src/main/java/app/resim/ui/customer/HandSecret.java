package app.resim.ui.customer;

import java.util.function.Consumer;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;

/**
 * Takes the secret from behind the number sign of the address: there it reaches no log,
 * and from there it is wiped before anything else.
 */
@JsModule("./hand.ts")
final class HandSecret extends Component {

	HandSecret(Consumer<String> told) {
		super(new Element("resim-hand"));
		getElement()
			.addEventListener("secret", event -> told.accept(event.getEventData().path("event.detail").asString("")))
			.addEventData("event.detail");
	}

}
