package app.resim.ui.backoffice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.request.CaseView;
import app.resim.request.DeclineReason;
import app.resim.request.Phase;
import app.resim.request.PictureWish;
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

	/** Beside a wish for a picture or a visit. */
	private static final int LONGEST_BESIDE_WISH = 500;

	private enum Deed {

		APPROVE("a"), DECLINE("d"), PICTURE("p"), STORE("s"), TAKE_BACK("s");

		private final String key;

		Deed(String key) {
			this.key = key;
		}

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

		/**
		 * The customer is asked for other pictures.
		 *
		 * @param wishes which and why
		 * @param words further words for the customer
		 */
		record AskPictures(List<PictureWish> wishes, Optional<String> words) implements Choice {
		}

		/**
		 * The customer is asked to come to a store.
		 *
		 * @param words further words for the customer
		 */
		record HandOver(Optional<String> words) implements Choice {
		}

		/** The customer need not come to the store. */
		record TakeBack() implements Choice {
		}

	}

	private final Words words;

	private final ChoiceCards<Deed> deeds;

	private final TextQuestion note;

	private final ChoiceCards<DeclineReason> why;

	private final TextQuestion forCustomer;

	private final PictureWishes wishes;

	private final TextQuestion besidePictures;

	private final TextQuestion besideVisit;

	private final Page page;

	private final Consumer<Choice> decided;

	/**
	 * A form.
	 * @param page shows what is missing
	 * @param work the case
	 * @param me who decides
	 * @param approves whether they may do more than decline
	 * @param decided carries a complete decision out
	 */
	DecisionForm(Page page, CaseView work, String me, boolean approves, Consumer<Choice> decided) {
		this.words = page.words();
		this.page = page;
		this.decided = decided;
		this.note = TextQuestion.lines(this.words, "note", text("shell.optional", text("backoffice.decide.note")))
			.hint(text("backoffice.decide.note.hint"));
		this.why = reasons();
		this.forCustomer = forCustomer("for-customer");
		this.wishes = new PictureWishes(this.words, work);
		this.besidePictures = forCustomer("beside-pictures");
		this.besideVisit = forCustomer("beside-visit");
		this.deeds = ChoiceCards.<Deed>labelled(this.words, "deed", text("backoffice.decide.question"));
		boolean approvedBefore = work.firstApprover().filter(me::equals).isPresent();
		if (approves && !approvedBefore) {
			approving(work);
		}
		card(Deed.DECLINE, "decline", declining());
		if (approves) {
			others(work);
		}
		setId("decide");
		addClassName("decide");
		add(new H2(text("backoffice.decide")), this.deeds);
	}

	private void others(CaseView work) {
		if (work.request().phase() == Phase.AT_STORE) {
			card(Deed.TAKE_BACK, "take-back", branch(new Acts(act("take-back", "backoffice.decide.take-back.act",
					() -> this.decided.accept(new Choice.TakeBack())))));
		}
		else {
			card(Deed.PICTURE, "picture", asking());
			card(Deed.STORE, "store", handingOver());
		}
	}

	private TextQuestion forCustomer(String name) {
		return TextQuestion.lines(this.words, name, text("shell.optional", text("backoffice.decide.words")))
			.hint(text("backoffice.decide.words.hint"));
	}

	private void card(Deed deed, String key, Component branch) {
		this.deeds.card(deed, key, text("backoffice.decide." + key), text("backoffice.decide." + key + ".text"), null)
			.key(deed, deed.key)
			.unfolding(branch);
	}

	private void approving(CaseView work) {
		boolean first = work.people() > 1 && work.firstApprover().isEmpty();
		Act act = act("approve", first ? "backoffice.decide.approve.first.act" : "backoffice.decide.approve.act",
				() -> this.decided.accept(new Choice.Approve(this.note.typed().strip())));
		this.deeds
			.card(Deed.APPROVE, "approve", text("backoffice.decide.approve"),
					first ? text("backoffice.decide.approve.first") : consequence(work), null)
			.key(Deed.APPROVE, Deed.APPROVE.key)
			.unfolding(branch(this.note, new Acts(act)));
	}

	private Act act(String id, String key, Runnable deed) {
		return Act.press(text(key), deed).named(id).confirming();
	}

	private String consequence(CaseView work) {
		if (work.request().reusesCode()) {
			return text("backoffice.decide.approve.reused");
		}
		return work.request().fee().isZero() ? text("backoffice.decide.approve.free")
				: text("backoffice.decide.approve.text", this.words.money(work.request().fee()));
	}

	private Component declining() {
		return branch(this.why, this.forCustomer,
				new Acts(act("decline", "backoffice.decide.decline.act", this::decline)));
	}

	private Component asking() {
		return branch(this.wishes, this.besidePictures,
				new Acts(act("ask-picture", "backoffice.decide.picture.act", this::ask)));
	}

	private Component handingOver() {
		return branch(this.besideVisit, new Acts(act("hand-over", "backoffice.decide.store.act", this::handOver)));
	}

	private static Component branch(Component... parts) {
		var branch = new Div(parts);
		branch.addClassName("form");
		return branch;
	}

	private void decline() {
		this.page.accept();
		if (this.why.chosen().isEmpty()) {
			this.page.refuse(this.why, text("backoffice.decide.why.missing"));
			return;
		}
		DeclineReason reason = this.why.chosen().get();
		withWords(this.forCustomer, LONGEST_FOR_CUSTOMER, said -> new Choice.Decline(reason, said));
	}

	private void ask() {
		this.page.accept();
		List<PictureWish> chosen = this.wishes.chosen();
		if (chosen.isEmpty()) {
			this.wishes.first().ifPresent(field -> this.page.refuse(field, text("backoffice.decide.picture.missing")));
			return;
		}
		withWords(this.besidePictures, LONGEST_BESIDE_WISH, said -> new Choice.AskPictures(chosen, said));
	}

	private void handOver() {
		this.page.accept();
		withWords(this.besideVisit, LONGEST_BESIDE_WISH, Choice.HandOver::new);
	}

	private void withWords(TextQuestion field, int longest, Function<Optional<String>, Choice> choice) {
		String typed = field.typed().strip();
		if (typed.length() > longest) {
			this.page.refuse(field, text("backoffice.decide.words.long", longest));
			return;
		}
		this.decided.accept(choice.apply(Optional.of(typed).filter(said -> !said.isEmpty())));
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
		return cards.digits();
	}

	/**
	 * What a reviewer wrote, so that nothing is lost when the decision could not be
	 * taken.
	 */
	record Written(String note, String forCustomer, String besidePictures, String besideVisit) {

		static final Written NOTHING = new Written("", "", "", "");

		String all() {
			return Stream.of(this.note, this.forCustomer, this.besidePictures, this.besideVisit)
				.filter(text -> !text.isBlank())
				.collect(Collectors.joining("\n\n"))
				.strip();
		}

	}

	Written written() {
		return new Written(this.note.typed(), this.forCustomer.typed(), this.besidePictures.typed(),
				this.besideVisit.typed());
	}

	DecisionForm fill(Written written) {
		this.note.filled(written.note());
		this.forCustomer.filled(written.forCustomer());
		this.besidePictures.filled(written.besidePictures());
		this.besideVisit.filled(written.besideVisit());
		return this;
	}

	private String text(String key, Object... args) {
		return this.words.text(key, args);
	}

}
