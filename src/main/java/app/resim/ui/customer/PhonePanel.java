package app.resim.ui.customer;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import app.resim.identity.DocumentId;
import app.resim.request.Handover;
import app.resim.request.Handovers;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Countdown;
import app.resim.ui.LiveUpdates;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.Prose;
import app.resim.ui.QrPicture;
import app.resim.ui.Steps;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import org.jspecify.annotations.Nullable;

/**
 * The first screen's side of a {@link Handover}: the code, the number, and how far the
 * phone has come. Closed until it is asked for.
 */
final class PhonePanel extends Div {

	private final Page page;

	private final String name;

	private final HandCodes.OfAPicture codes;

	private final Consumer<DocumentId> arrived;

	private final Runnable closed;

	private @Nullable Handover handover;

	private @Nullable Registration watching;

	/**
	 * A closed panel.
	 * @param page on which it stands
	 * @param name begins the ids
	 * @param codes for its picture
	 * @param arrived is told the picture
	 * @param closed is told that somebody closed it
	 */
	PhonePanel(Page page, String name, HandCodes.OfAPicture codes, Consumer<DocumentId> arrived, Runnable closed) {
		this.page = page;
		this.name = name;
		this.codes = codes;
		this.arrived = arrived;
		this.closed = closed;
		setId(name + "-handover");
		addClassName("handover");
		getElement().setAttribute("role", "group")
			.setAttribute("aria-label", text("hand.panel"))
			.setAttribute("tabindex", "-1");
		setVisible(false);
	}

	/** Shows a new code, in place of an earlier one. */
	void open() {
		forget();
		removeAll();
		setVisible(true);
		this.codes.begin().ifPresentOrElse(this::show, () -> add(Notice.warn(text("hand.too-many"), "").announced()));
		getElement().callJsFunction("focus");
	}

	/** What an earlier page has begun for this picture, whose place this one takes. */
	Optional<Handover> begunBefore() {
		return this.codes.goOn();
	}

	/** Shows how far it has come. */
	void goOn(Handover begun) {
		setVisible(true);
		watch(begun);
		follow();
	}

	private void show(HandCodes.Code code) {
		watch(code.handover());
		if (code.handover().state() instanceof Handover.State.Waiting(Instant until)) {
			waiting(code.address(), until);
		}
	}

	private void watch(Handover begun) {
		UI ui = getUI().orElseThrow();
		LiveUpdates.from(ui, this.page);
		this.handover = begun;
		this.watching = this.codes.watch(begun, () -> later(ui));
	}

	private void waiting(String address, Instant until) {
		var code = new QrPicture(address, text("hand.code"));
		code.setId(this.name + "-handover-code");
		var card = new Div(code);
		card.addClassName("handcode");
		add(Prose.paragraph(text("hand.panel"), "label"),
				new Steps(text("hand.step.scan"), text("hand.step.number"), text("hand.step.take")), card,
				new Countdown(this.page.words(), text("hand.until", this.page.times().clockTime(until)),
						Handovers.READABLE, Handovers.READABLE, this::follow),
				acts(Act.press(text("hand.stop"), this::close).named(this.name + "-handover-stop")));
	}

	/** Called when something has changed, and when the browser has counted to zero. */
	private void follow() {
		if (this.handover == null) {
			return;
		}
		switch (this.handover.state()) {
			case Handover.State.Waiting waiting -> {
			}
			case Handover.State.Connected(int number, Instant until) -> connected(number);
			case Handover.State.Confirmed(Instant until) -> confirmed();
			case Handover.State.Arrived(DocumentId picture) -> {
				hide();
				this.arrived.accept(picture);
			}
			case Handover.State.Over(Handover.Why why) -> over(why);
		}
	}

	private void connected(int number) {
		var shown = Prose.number(Integer.toString(number));
		shown.setId(this.name + "-handover-number");
		shown.addClassName("big");
		say(Prose.paragraph(text("hand.connected"), "label"), shown,
				Prose.paragraph(text("hand.connected.text"), "soft"),
				acts(Act.press(text("hand.stop.not-mine"), this::close).named(this.name + "-handover-stop")));
	}

	private void confirmed() {
		say(Prose.paragraph(text("hand.confirmed"), "label"), Prose.paragraph(text("hand.confirmed.text"), "soft"),
				acts(Act.press(text("hand.stop"), this::close).named(this.name + "-handover-stop")));
	}

	private void over(Handover.Why why) {
		forget();
		say(Prose.paragraph(text("hand.over." + why.name()), "label"),
				acts(Act.press(text("hand.again"), this::open).named(this.name + "-handover-again"),
						Act.press(text("hand.close"), this::close).named(this.name + "-handover-stop")));
	}

	/** In place of what was there, and read out. */
	private void say(Component... parts) {
		var said = new Div(parts);
		said.addClassName("stack");
		said.getElement().setAttribute("role", "status");
		removeAll();
		add(said);
	}

	private static Acts acts(Act... acts) {
		var row = new Acts();
		for (Act act : acts) {
			row.add(act.slim().quiet());
		}
		return row;
	}

	private void close() {
		hide();
		this.closed.run();
	}

	private void hide() {
		hide(Handover::stop);
	}

	private void hide(Consumer<Handover> last) {
		forget(last);
		removeAll();
		setVisible(false);
	}

	/** Ends what was open: a code that nobody shows any more must not work. */
	private void forget() {
		forget(Handover::stop);
	}

	private void forget(Consumer<Handover> last) {
		if (this.watching != null) {
			this.watching.remove();
			this.watching = null;
		}
		if (this.handover != null) {
			last.accept(this.handover);
			this.handover = null;
		}
	}

	@Override
	protected void onDetach(DetachEvent event) {
		hide(Handover::gone);
	}

	private void later(UI ui) {
		try {
			var unused = ui.access(this::follow);
		}
		catch (UIDetachedException ex) {
			// closed a moment ago: nobody is left to tell
			return;
		}
	}

	private String text(String key, Object... args) {
		return this.page.text(key, args);
	}

}
