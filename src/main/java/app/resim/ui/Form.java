package app.resim.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.dom.DebouncePhase;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import tools.jackson.databind.JsonNode;

/**
 * A form. The button in it and Enter in a field do the same, and what the fields hold in
 * that moment reaches the server together with it, so nothing depends on which field was
 * left when.
 */
public final class Form extends Component implements HasComponents {

	private static final String HELD = "Object.fromEntries(new FormData(element))";

	private Form(Component... parts) {
		super(new Element("form"));
		// the browser's own bubbles speak another language and another tone
		getElement().setAttribute("novalidate", true).setAttribute("class", "form");
		add(parts);
	}

	/**
	 * A form on a Flow page.
	 * @param submitted called after every {@link Field} in the form has taken what the
	 * browser holds; a double click calls it once
	 * @param parts questions and a submit button
	 * @return the form
	 */
	public static Form of(Runnable submitted, Component... parts) {
		var form = new Form(parts);
		form.getElement().addEventListener("submit", event -> {
			form.take(event);
			submitted.run();
		}).addEventData(HELD).preventDefault().debounce(Act.ONE_PRESS, DebouncePhase.LEADING);
		return form;
	}

	/**
	 * A form on a plain page, which the browser posts by itself.
	 * @param visit carries the token that such a form needs
	 * @param action path of ours
	 * @param parts questions and a submit button
	 * @return the form
	 */
	public static Form post(Visit visit, String action, Component... parts) {
		var form = new Form(parts);
		form.getElement().setAttribute("method", "post").setAttribute("action", action);
		visit.token().get().ifPresent(token -> form.hidden(token.parameter(), token.token()));
		return form;
	}

	/**
	 * A form on a plain page that looks for something and changes nothing: what was typed
	 * becomes part of the address.
	 * @param action path of ours
	 * @param parts questions and a submit button
	 * @return the form
	 */
	public static Form get(String action, Component... parts) {
		var form = new Form(parts);
		form.getElement().setAttribute("method", "get").setAttribute("action", action).setAttribute("role", "search");
		return form;
	}

	/**
	 * Something sent along unseen by a plain form.
	 * @param name of the parameter
	 * @param content its value
	 * @return this
	 */
	public Form hidden(String name, String content) {
		getElement().appendChild(new Element("input").setAttribute("type", "hidden")
			.setAttribute("name", name)
			.setAttribute("value", content));
		return this;
	}

	private void take(DomEvent event) {
		JsonNode held = event.getEventData().path(HELD);
		for (Field field : fields(this)) {
			field.take(held.path(field.name()).asString(""));
		}
	}

	private static List<Field> fields(Component parent) {
		List<Field> fields = new ArrayList<>();
		parent.getChildren().forEach(child -> {
			if (child instanceof Field field) {
				fields.add(field);
			}
			fields.addAll(fields(child));
		});
		return fields;
	}

}
