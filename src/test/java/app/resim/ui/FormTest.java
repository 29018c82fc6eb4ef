package app.resim.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A form on a Flow page, sent by a browser.
 */
class FormTest {

	private final Words words = Wording.strict().in(Language.ENGLISH);

	private final TextQuestion name = TextQuestion.heading(this.words, "name", "What is your name?");

	private final ChoiceCards<Integer> number = ChoiceCards.<Integer>labelled(this.words, "number", "How many?")
		.card(1, "one", "One", "", null)
		.card(2, "two", "Two", "", Icons.PHONE);

	private final List<String> taken = new ArrayList<>();

	private final Form form = Form.of(() -> this.taken.add(this.name.typed() + "/" + this.number.chosen()), this.name,
			new Acts(Act.submit("Continue")), this.number);

	@Test
	void whatTheBrowserHoldsArrivesWithTheForm() {
		send(Map.of("name", "Sam", "number", "two"));
		assertThat(this.taken).containsExactly("Sam/Optional[2]");
	}

	@Test
	void whatWasNotFilledInIsEmpty() {
		this.number.choose(1);
		send(Map.of("name", ""));
		assertThat(this.taken).containsExactly("/Optional.empty");
	}

	@Test
	void aChoiceThatWasNotOfferedIsNone() {
		send(Map.of("name", "Sam", "number", "three"));
		assertThat(this.taken).containsExactly("Sam/Optional.empty");
	}

	@Test
	void anEndlessAnswerIsCut() {
		send(Map.of("name", "x".repeat(10_000_000)));
		assertThat(this.name.typed()).hasSize(TextQuestion.LONGEST);
	}

	@Test
	void fieldsThatAreNoneAreLeftAlone() {
		send(Map.of("name", "Sam", "other", "x", "_csrf", "y"));
		assertThat(this.taken).hasSize(1);
	}

	private void send(Map<String, String> held) {
		ObjectNode fields = JsonMapper.builder().build().createObjectNode();
		held.forEach(fields::put);
		ObjectNode data = JsonMapper.builder().build().createObjectNode();
		data.set("Object.fromEntries(new FormData(element))", fields);
		fire(this.form, data);
	}

	private static void fire(Component component, ObjectNode data) {
		component.getElement()
			.getNode()
			.getFeature(ElementListenerMap.class)
			.fireEvent(new DomEvent(component.getElement(), "submit", data));
	}

}
