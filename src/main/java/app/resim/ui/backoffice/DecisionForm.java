package app.resim.ui.backoffice;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import app.resim.request.CaseView;
import app.resim.request.DeclineReason;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.ChoiceCards;
import app.resim.ui.Page;
import app.resim.ui.Prose;
import app.resim.ui.TextQuestion;
import app.resim.ui.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/**
 * The reviewer's decision. Each card says what follows from it, and unfolds what it still
 * needs and the one button that carries it out: nothing is decided by pressing Enter on a
 * card.
 */
final class DecisionForm extends Section {

	/** As much as a customer is told in a reviewer's own words, in characters. */
	private static final int LONGEST_FOR_CUSTOMER = 1000;

	private enum Deed {

		APPROVE, DECLINE

	}

	/** What was decided. */
	sealed interface Choice {

		/**
		 * The request is approved.
		 *
		 * @param note stays in the back office
		 */
		record Approve(String note) implements Choice {
		}

		/**
		 * The request is declined.
		 *
		 * @param why the customer reads a sentence for it
		 * @param words further words for the customer
		 */
		record Decline(DeclineReason why, Optional<String> words) implements Choice {
		}

	}

	private final Words words;

	private final ChoiceCards<Deed> deeds;

	private final TextQuestion note;

	private final ChoiceCards<DeclineReason> why;

	private final TextQuestion forCustomer;

	/**
	 * A form.
	 * @param page shows what is missing
	 * @param work the case
	 * @param decided carries a complete decision out
	 */
	DecisionForm(Page page, CaseView work, Consumer<Choice> decided) {
		this.words = page.words();
		this.note = TextQuestion.lines(this.words, "note", text("shell.optional", text("backoffice.decide.note")))
			.hint(text("backoffice.decide.note.hint"));
		this.why = reasons();
		this.forCustomer = TextQuestion
			.lines(this.words, "for-customer", text("shell.optional", text("backoffice.decide.words")))
			.hint(text("backoffice.decide.words.hint"));
		this.deeds = ChoiceCards.<Deed>labelled(this.words, "deed", text("backoffice.decide.question"))
			.card(Deed.APPROVE, "approve", text("backoffice.decide.approve"), consequence(work), null)
			.unfolding(approving(decided))
			.card(Deed.DECLINE, "decline", text("backoffice.decide.decline"), text("backoffice.decide.decline.text"),
					null)
			.unfolding(declining(page, decided));
		setId("decide");
		addClassName("decide");
		add(new H2(text("backoffice.decide")), this.deeds);
	}

	private String consequence(CaseView work) {
		if (work.request().reusesCode()) {
			return text("backoffice.decide.approve.reused");
		}
		return work.request().fee().isZero() ? text("backoffice.decide.approve.free")
				: text("backoffice.decide.approve.text", this.words.money(work.request().fee()));
	}

	private Component approving(Consumer<Choice> decided) {
		return branch(this.note,
				new Acts(Act
					.press(text("backoffice.decide.approve.act"),
							() -> decided.accept(new Choice.Approve(this.note.typed().strip())))
					.named("approve")));
	}

	private Component declining(Page page, Consumer<Choice> decided) {
		return branch(this.why, this.forCustomer, new Acts(
				Act.press(text("backoffice.decide.decline.act"), () -> decline(page, decided)).named("decline")));
	}

	private static Component branch(Component... parts) {
		var branch = new Div(parts);
		branch.addClassName("form");
		return branch;
	}

	private void decline(Page page, Consumer<Choice> decided) {
		page.accept();
		String typed = this.forCustomer.typed().strip();
		if (this.why.chosen().isEmpty()) {
			page.refuse(this.why, text("backoffice.decide.why.missing"));
		}
		else if (typed.length() > LONGEST_FOR_CUSTOMER) {
			page.refuse(this.forCustomer, text("backoffice.decide.words.long", LONGEST_FOR_CUSTOMER));
		}
		else {
			decided.accept(
					new Choice.Decline(this.why.chosen().get(), Optional.of(typed).filter(words -> !words.isEmpty())));
		}
	}

	private ChoiceCards<DeclineReason> reasons() {
		var labels = new Labels(this.words);
		ChoiceCards<DeclineReason> cards = ChoiceCards
			.<DeclineReason>labelled(this.words, "why", text("backoffice.decide.why"))
			.hint(text("backoffice.decide.why.hint"));
		for (DeclineReason reason : DeclineReason.values()) {
			String key = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
			cards.card(reason, key, labels.brief(reason), text("backoffice.quoted", labels.sentence(reason)), null);
		}
		return cards;
	}

	/**
	 * What a reviewer wrote, so that nothing is lost when the decision could not be
	 * taken.
	 */
	record Written(String note, String forCustomer) {

		static final Written NOTHING = new Written("", "");

		String all() {
			return String.join("\n\n", this.note, this.forCustomer).strip();
		}

	}

	Written written() {
		return new Written(this.note.typed(), this.forCustomer.typed());
	}

	DecisionForm fill(Written written) {
		this.note.filled(written.note());
		this.forCustomer.filled(written.forCustomer());
		return this;
	}

	private String text(String key, Object... args) {
		return this.words.text(key, args);
	}

}
