package app.resim.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import app.resim.help.CallTopic;
import app.resim.help.CallWindow;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.ChoiceCards;
import app.resim.ui.Field;
import app.resim.ui.Form;
import app.resim.ui.Language;
import app.resim.ui.Page;
import app.resim.ui.Problem;
import app.resim.ui.TextQuestion;
import com.vaadin.flow.component.html.Div;

/**
 * What somebody tells who wants to be called back. No name: it would prove nothing.
 */
final class CallBackForm extends Div {

	private final Page page;

	private final TextQuestion contact;

	private final ChoiceCards<CallTopic> topic;

	private final ChoiceCards<CallWindow> window;

	private final ChoiceCards<Language> language;

	CallBackForm(Page page, List<CallWindow> offered) {
		this.page = page;
		this.contact = TextQuestion.labelled(page.words(), "contact", page.text("callback.contact"))
			.hint(page.text("callback.contact.hint"));
		this.topic = ChoiceCards.labelled(page.words(), "topic", page.text("callback.topic"));
		for (CallTopic each : CallTopic.values()) {
			this.topic.card(each, key(each), page.text("callback.topic." + key(each)), "", null);
		}
		this.window = ChoiceCards.<CallWindow>labelled(page.words(), "window", page.text("callback.window"))
			.hint(page.text("callback.window.hint", page.times().place()));
		offered.forEach(each -> this.window.card(each, Long.toString(each.from().getEpochSecond()),
				page.times().between(each.from(), each.until()), "", null));
		this.language = ChoiceCards.labelled(page.words(), "language", page.text("callback.language"));
		page.visit()
			.brand()
			.languages()
			.stream()
			.map(Language::nearest)
			.distinct()
			.forEach(each -> this.language.card(each, each.tag(), page.words().nameOf(each), "", null));
		this.language.choose(page.words().language());
		add(Form.post(page.visit(), CallBackController.PATH, this.contact, this.topic, this.window, this.language,
				new Acts(Act.submit(page.text("callback.send")).named("send"))));
	}

	private static String key(CallTopic topic) {
		return topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Fills in what the browser sent. */
	CallBackForm taking(String contact, String topic, String window, String language) {
		this.contact.take(contact);
		this.topic.take(topic);
		this.window.take(window);
		this.language.take(language);
		return this;
	}

	List<Problem> missing() {
		List<Problem> missing = new ArrayList<>();
		if (this.contact.typed().isBlank()) {
			missing.add(problem(this.contact));
		}
		if (topic().isEmpty()) {
			missing.add(problem(this.topic));
		}
		if (window().isEmpty()) {
			missing.add(problem(this.window));
		}
		return missing;
	}

	private Problem problem(Field field) {
		return new Problem(field, this.page.text("callback." + field.name() + ".none"));
	}

	TextQuestion contact() {
		return this.contact;
	}

	Optional<CallTopic> topic() {
		return this.topic.chosen();
	}

	Optional<CallWindow> window() {
		return this.window.chosen();
	}

	Optional<Language> language() {
		return this.language.chosen();
	}

}
