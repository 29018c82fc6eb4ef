package app.resim.ui.customer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.resim.catalogue.CountryRule;
import app.resim.catalogue.CountryRule.Condition;
import app.resim.catalogue.CountryRule.Consequence;
import app.resim.request.PersonView;
import app.resim.request.Question;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.ChoiceCards;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Form;
import app.resim.ui.ShellLayout;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Whom a country's rules mean, asked before anything is uploaded and only where the
 * operator does not know it.
 */
@Route(value = "requests/:reference/person", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class PersonPage extends QuestionPage {

	private static final Choice NOBODY = new Choice(Optional.empty(), Optional.empty());

	private final Map<Choice, TextQuestion> adults = new HashMap<>();

	PersonPage(Visits visits, CurrentCustomer customer, Requests requests) {
		super(visits, customer, requests, Question.PERSON);
	}

	/**
	 * One answer.
	 *
	 * @param is whom a rule means
	 * @param adult whether an adult agrees, where one has to
	 */
	private record Choice(Optional<Condition> is, Optional<Boolean> adult) {
	}

	@Override
	void ask(RequestView found) {
		PersonView person = found.person();
		boolean minor = person.rules()
			.stream()
			.anyMatch(rule -> rule.consequence() == Consequence.ADULT && means(person, rule));
		String question = text(minor ? "person.adult.question" : "person.question");
		title(question);
		this.adults.clear();
		var cards = ChoiceCards.<Choice>heading(words(), "person", question).hint(text("person.hint"));
		if (!minor) {
			cards.card(NOBODY, "none", text("person.none"), text("person.none.text"), null);
		}
		Locale reader = words().language().locale();
		person.rules()
			.stream()
			.filter(rule -> !minor || means(person, rule))
			.forEach(rule -> offer(cards, rule, reader));
		chosen(person).ifPresent(cards::choose);
		add(Form.of(() -> answered(cards), cards, new Acts(Act.submit(text("shell.continue")).named("continue"))));
	}

	private static boolean means(PersonView person, CountryRule rule) {
		return person.is().filter(rule.condition()::equals).isPresent();
	}

	private void offer(ChoiceCards<Choice> cards, CountryRule rule, Locale reader) {
		String key = "person." + rule.condition();
		String name = rule.condition().name().toLowerCase(Locale.ROOT).replace('_', '-');
		if (rule.consequence() == Consequence.STORE) {
			cards.card(new Choice(Optional.of(rule.condition()), Optional.empty()), name, text(key),
					rule.reason().in(reader), null);
			return;
		}
		var with = new Choice(Optional.of(rule.condition()), Optional.of(true));
		var adult = TextQuestion.labelled(words(), name + "-adult", text("person.adult.name"))
			.hint(text("person.adult.hint"))
			.autocomplete("name");
		this.adults.put(with, adult);
		cards.card(with, name + "-with", text(key + ".with"), rule.reason().in(reader), null)
			.unfolding(adult)
			.card(new Choice(Optional.of(rule.condition()), Optional.of(false)), name + "-alone", text(key + ".alone"),
					text("person.alone.text"), null);
	}

	private Optional<Choice> chosen(PersonView person) {
		if (!person.answered()) {
			return Optional.empty();
		}
		person.adult().ifPresent(name -> this.adults.values().forEach(field -> field.filled(name)));
		boolean agreeable = this.adults.keySet().stream().anyMatch(choice -> choice.is().equals(person.is()));
		return Optional
			.of(new Choice(person.is(), agreeable ? Optional.of(person.adult().isPresent()) : Optional.empty()));
	}

	private void answered(ChoiceCards<Choice> cards) {
		accept();
		Optional<Choice> chosen = cards.chosen();
		if (chosen.isEmpty()) {
			refuse(cards, text("person.missing"));
			return;
		}
		Optional<TextQuestion> field = Optional.ofNullable(this.adults.get(chosen.get()));
		Optional<String> adult = chosen.get().adult().map(with -> field.map(TextQuestion::typed).orElse("").strip());
		if (field.isPresent() && adult.orElse("").isEmpty()) {
			refuse(field.get(), text("person.adult.missing"));
			return;
		}
		saved(() -> requests().answerPerson(reference(), owner(), chosen.get().is(), adult));
	}

}
