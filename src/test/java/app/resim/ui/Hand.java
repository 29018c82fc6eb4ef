package app.resim.ui;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.kernel.SubscriberId;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedHttpSession;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Does on a page, without a browser, what a customer's hand does: the events are those
 * that a browser would send.
 */
public final class Hand {

	private final Page page;

	private final Map<String, String> held = new LinkedHashMap<>();

	private Hand(Page page) {
		this.page = page;
	}

	/**
	 * A hand on a page that has just been shown.
	 * @param page the page
	 * @return the hand
	 */
	public static Hand on(Page page) {
		return new Hand(page);
	}

	/**
	 * Signs a customer in, as a code entered at that moment would have.
	 * @param customer who
	 * @param at when the code was entered
	 */
	public static void signIn(SubscriberId customer, Instant at) {
		SecurityContextHolder.getContext().setAuthentication(new CustomerSeat(Proof.of(customer, Proven.mailCode(at))));
	}

	/**
	 * Ties the browser's session to a row of its own, as signing in over HTTP does; if
	 * somebody else was signed in there, theirs is over.
	 * @param customer who has signed in
	 * @param at when the code was entered
	 * @param resim all of it
	 */
	public static void stay(SubscriberId customer, Instant at, ApplicationContext resim) {
		signIn(customer, at);
		var request = new MockHttpServletRequest();
		request.setSession(((WrappedHttpSession) VaadinSession.getCurrent().getSession()).getHttpSession());
		resim.getBean(SessionKeeper.class)
			.take(SecurityContextHolder.getContext().getAuthentication(), request, new MockHttpServletResponse());
	}

	/**
	 * Chooses a radio card.
	 * @param name of the question
	 * @param key of the card
	 * @return this
	 */
	public Hand choose(String name, String key) {
		Element radio = elements().filter(element -> name.equals(element.getAttribute("name")))
			.filter(element -> key.equals(element.getAttribute("value")))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No card " + key + " for " + name));
		this.held.put(name, key);
		fire(radio, "change", Map.of());
		return this;
	}

	/**
	 * Types into a field.
	 * @param name of the question
	 * @param text what is typed
	 * @return this
	 */
	public Hand type(String name, String text) {
		find(name);
		this.held.put(name, text);
		return this;
	}

	/**
	 * Presses the button that sends the page's form.
	 */
	public void submit() {
		Element form = elements().filter(element -> element.getTag().equals("form"))
			.findFirst()
			.orElseThrow(() -> new AssertionError("No form"));
		ObjectNode fields = JsonNodeFactory.instance.objectNode();
		fields(form).forEach(fields::put);
		ObjectNode data = JsonNodeFactory.instance.objectNode();
		data.set("Object.fromEntries(new FormData(element))", fields);
		fire(form, "submit", data);
	}

	/** What the browser's form data would be: what was there, overlaid by the hand. */
	private Map<String, String> fields(Element form) {
		Map<String, String> fields = new LinkedHashMap<>();
		elements(form).filter(element -> element.hasAttribute("name")).forEach(element -> {
			boolean radio = "radio".equals(element.getAttribute("type"));
			if (!radio || element.hasAttribute("checked")) {
				fields.put(element.getAttribute("name"),
						radio ? element.getAttribute("value") : element.getProperty("value", ""));
			}
		});
		fields.putAll(this.held);
		return fields;
	}

	/**
	 * Presses a button.
	 * @param id of the button
	 */
	public void press(String id) {
		fire(find(id), "click", Map.of());
	}

	/**
	 * Lets an element send an event of its own.
	 * @param tag of the element
	 * @param event name
	 * @param data what Flow asked to be sent along
	 */
	public void fire(String tag, String event, Map<String, ?> data) {
		fire(elements().filter(element -> element.getTag().equals(tag)).findFirst().orElseThrow(), event, data);
	}

	/**
	 * Whether an element stands on the page, visibly.
	 * @param id of the element
	 * @return true if it does
	 */
	public boolean sees(String id) {
		return elements().anyMatch(element -> id.equals(element.getAttribute("id")));
	}

	/**
	 * All words on the page.
	 * @return the text of the main part
	 */
	public String reads() {
		return this.page.getElement().getTextRecursively();
	}

	/**
	 * All words of an element.
	 * @param id of the element
	 * @return its text
	 */
	public String reads(String id) {
		return find(id).getTextRecursively();
	}

	/**
	 * The sentence at a field.
	 * @param name of the question
	 * @return the text, empty if nothing is wrong
	 */
	public String errorAt(String name) {
		return find(name + "-error").getTextRecursively();
	}

	/**
	 * Where a link or a link in the form of a button leads.
	 * @param id of the element
	 * @return the address
	 */
	public String leads(String id) {
		return find(id).getAttribute("href");
	}

	private Element find(String id) {
		return elements().filter(element -> id.equals(element.getAttribute("id")))
			.findFirst()
			.orElseThrow(() -> new AssertionError("Nothing with the id " + id + " in: " + reads()));
	}

	private Stream<Element> elements() {
		return elements(this.page.getElement());
	}

	private static Stream<Element> elements(Element element) {
		if (element.isTextNode() || !element.isVisible()) {
			return Stream.empty();
		}
		return Stream.concat(Stream.of(element), element.getChildren().flatMap(Hand::elements));
	}

	private static void fire(Element element, String event, Map<String, ?> data) {
		fire(element, event, new ObjectMapper().<ObjectNode>valueToTree(data));
	}

	private static void fire(Element element, String event, ObjectNode data) {
		element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, event, data));
	}

	/**
	 * The components of a type on the page.
	 * @param type the type
	 * @param <C> the type
	 * @return in order
	 */
	public <C extends Component> List<C> components(Class<C> type) {
		return components(this.page).filter(type::isInstance).map(type::cast).toList();
	}

	private static Stream<Component> components(Component parent) {
		return Stream.concat(Stream.of(parent), parent.getChildren().flatMap(Hand::components));
	}

}
