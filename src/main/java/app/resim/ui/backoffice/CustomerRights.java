package app.resim.ui.backoffice;

import java.util.Optional;
import java.util.function.Consumer;

import app.resim.kernel.Actor;
import app.resim.privacy.Hold;
import app.resim.privacy.Holds;
import app.resim.privacy.Privacy;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Form;
import app.resim.ui.Icons;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.TextQuestion;
import app.resim.ui.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/**
 * What can be done for one customer, or against: export, erase, and the legal hold.
 */
final class CustomerRights extends Section {

	private final Page page;

	private final FoundCustomer customer;

	private final Desk desk;

	private final Consumer<Component> done;

	private final Div erasing = new Div();

	/**
	 * Who works here, and with what.
	 *
	 * @param privacy exports and erases
	 * @param holds legal holds
	 * @param me sign-in name
	 */
	record Desk(Privacy privacy, Holds holds, String me) {
	}

	/**
	 * The rights of a customer.
	 * @param page shows what is missing
	 * @param customer whose
	 * @param desk who works here
	 * @param done told what became of a deed
	 */
	CustomerRights(Page page, FoundCustomer customer, Desk desk, Consumer<Component> done) {
		this.page = page;
		this.customer = customer;
		this.desk = desk;
		this.done = done;
		setId("rights");
		this.erasing.addClassName("stack");
		addClassName("stack");
		Optional<Hold> hold = desk.holds().on(customer.id());
		add(new H2(text("backoffice.customer.title")), customer.facts(page.words()));
		hold.map(this::held).ifPresent(this::add);
		if (!desk.privacy().keeps(customer.id())) {
			add(Notice.info(Icons.INFO, text("backoffice.erase.nothing"), ""));
		}
		else if (hold.isPresent()) {
			add(exporting());
		}
		else {
			add(exporting(), erasing());
		}
		add(hold.isPresent() ? lifting() : holding());
	}

	private Component exporting() {
		var save = new Anchor(
				new ExportStream(() -> this.desk.privacy().export(this.customer.id(), Actor.staff(this.desk.me()))),
				text("backoffice.export.act"));
		save.setId("export");
		save.addClassNames("btn", "quiet", "slim");
		save.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
		return new Stack(text("backoffice.export"), Prose.paragraph(text("backoffice.export.text")), new Acts(save));
	}

	private Component held(Hold hold) {
		return Notice.warn(text("backoffice.hold.lies"),
				text("backoffice.hold.lies.text", this.page.times().full(hold.at())));
	}

	private Component erasing() {
		offer();
		return new Stack(text("backoffice.erase"), Prose.paragraph(text("backoffice.erase.text")),
				Prose.paragraph(text("backoffice.erase.stays"), "soft"), this.erasing);
	}

	private void confirm() {
		Act no = Act.press(text("backoffice.erase.no"), () -> offer().focus()).quiet().slim().named("erase-no");
		this.erasing.removeAll();
		this.erasing.add(Notice.danger(text("backoffice.erase.sure"), text("backoffice.erase.sure.text")).announced(),
				new Acts(Act.press(text("backoffice.erase.yes"), this::erase).stop().slim().named("erase-yes"), no));
		// a second Enter must not erase
		no.focus();
	}

	private Act offer() {
		Act act = Act.press(text("backoffice.erase.act"), this::confirm).stop().slim().named("erase");
		this.erasing.removeAll();
		this.erasing.add(new Acts(act));
		return act;
	}

	private void erase() {
		Notice said = switch (this.desk.privacy().erase(this.customer.id(), Actor.staff(this.desk.me()))) {
			case ERASED -> Notice.ok(text("backoffice.erase.done"), text("backoffice.erase.done.text"));
			case GOES_ON -> Notice.warn(text("backoffice.erase.goes-on"), text("backoffice.erase.goes-on.text"));
			case OPEN_REQUEST -> Notice.warn(text("backoffice.erase.open"), text("backoffice.erase.open.text"));
			case HELD -> Notice.warn(text("backoffice.hold.lies"), text("backoffice.erase.held.text"));
			case NOTHING_KEPT -> Notice.info(Icons.INFO, text("backoffice.erase.nothing"), "");
			case OWN_ACCOUNT -> ownAccount(this.page.words());
		};
		this.done.accept(said.announced());
	}

	private Component holding() {
		TextQuestion reason = TextQuestion.lines(this.page.words(), "reason", text("backoffice.hold.reason"))
			.hint(text("backoffice.hold.reason.hint"));
		return new Stack(text("backoffice.hold"), Prose.paragraph(text("backoffice.hold.text")),
				Form.of(() -> place(reason), reason,
						new Acts(Act.submit(text("backoffice.hold.act")).quiet().slim().named("hold"))));
	}

	private void place(TextQuestion reason) {
		this.page.accept();
		String typed = reason.typed().strip();
		if (typed.isEmpty()) {
			this.page.refuse(reason, text("backoffice.hold.reason.missing"));
			return;
		}
		if (typed.length() > Holds.LONGEST_REASON) {
			this.page.refuse(reason, text("backoffice.hold.reason.long", Holds.LONGEST_REASON));
			return;
		}
		this.done.accept(told(this.page.words(), this.desk.holds().place(this.customer.id(), typed, this.desk.me()),
				"backoffice.hold.done")
			.announced());
	}

	private Component lifting() {
		return new Stack(text("backoffice.hold"), Prose.paragraph(text("backoffice.hold.lift.text")),
				new Acts(Act.press(text("backoffice.keeping.lift"), this::lift).quiet().slim().named("lift")));
	}

	private void lift() {
		this.done.accept(told(this.page.words(), this.desk.holds().lift(this.customer.id(), this.desk.me()),
				"backoffice.keeping.lifted")
			.announced());
	}

	static Notice told(Words words, Holds.Answer answer, String done) {
		return switch (answer) {
			case DONE -> Notice.ok(words.text(done), "");
			case NO_CHANGE -> Notice.info(Icons.INFO, words.text("backoffice.hold.no-change"), "");
			case OWN_ACCOUNT -> ownAccount(words);
		};
	}

	static Notice ownAccount(Words words) {
		return Notice.warn(words.text("backoffice.customer.own"), words.text("backoffice.customer.own.text"));
	}

	private String text(String key, Object... args) {
		return this.page.text(key, args);
	}

}
