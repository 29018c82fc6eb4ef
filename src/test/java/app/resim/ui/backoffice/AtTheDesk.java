package app.resim.ui.backoffice;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import app.resim.MovingClock;
import app.resim.WholeResim;
import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Devices;
import app.resim.request.Requests;
import app.resim.request.Reviews;
import app.resim.ui.Act;
import app.resim.ui.Field;
import app.resim.ui.Form;
import app.resim.ui.Seats;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Somebody of the staff at the pages of the back office.
 */
@WholeResim
abstract class AtTheDesk extends SpringBrowserlessTest {

	static final Authentication KAY = Seats.staff("kay", Role.REVIEWER);

	@Autowired
	Requests requests;

	@Autowired
	Devices devices;

	@Autowired
	Reviews reviews;

	@Autowired
	MovingClock clock;

	@Autowired
	JdbcClient database;

	Cases cases;

	@BeforeEach
	void clearDesk() {
		this.cases = new Cases(this.requests, this.devices, this.database, this.clock);
		this.cases.clear();
		this.clock.moveToTuesday();
		as(KAY);
		UI.getCurrent().setLocale(Locale.ENGLISH);
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	void as(Authentication somebody) {
		SecurityContextHolder.getContext().setAuthentication(somebody);
	}

	/** Everything that can be read on the page, without header and footer. */
	String page() {
		return text(getCurrentView().getElement());
	}

	static String text(Element element) {
		if (element.isTextNode()) {
			return element.getText();
		}
		return element.isVisible()
				? element.getChildren().map(AtTheDesk::text).collect(Collectors.joining(separator(element))) : "";
	}

	private static String separator(Element element) {
		return Set.of("p", "li", "h1", "b", "a", "span", "button").contains(element.getTag()) ? "" : "\n";
	}

	boolean shows(String id) {
		return find(Component.class).withId(id).exists();
	}

	void press(String id) {
		press(find(Act.class).withId(id).single());
	}

	static void press(Act act) {
		fire(act, "click", JsonNodeFactory.instance.objectNode());
	}

	/** Sends the only form on the page, with what the browser holds in its fields. */
	void submit(Map<String, String> held) {
		ObjectNode fields = JsonNodeFactory.instance.objectNode();
		held.forEach(fields::put);
		fire(findInView(Form.class).single(), "submit",
				JsonNodeFactory.instance.objectNode().set("Object.fromEntries(new FormData(element))", fields));
	}

	/**
	 * Sends the form in which a field stands, with what the browser holds in its fields.
	 */
	void submit(String field, Map<String, String> held) {
		ObjectNode fields = JsonNodeFactory.instance.objectNode();
		held.forEach(fields::put);
		Form form = findInView(Form.class).all().stream().filter(each -> holds(each, field)).findFirst().orElseThrow();
		fire(form, "submit",
				JsonNodeFactory.instance.objectNode().set("Object.fromEntries(new FormData(element))", fields));
	}

	private static boolean holds(Component parent, String field) {
		return parent.getChildren()
			.anyMatch(part -> (part instanceof Field found && found.name().equals(field)) || holds(part, field));
	}

	static void fire(Component on, String event, JsonNode data) {
		on.getElement()
			.getNode()
			.getFeature(ElementListenerMap.class)
			.fireEvent(new DomEvent(on.getElement(), event, data));
		roundTrip();
	}

}
