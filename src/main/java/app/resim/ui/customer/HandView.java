package app.resim.ui.customer;

import app.resim.identity.Acceptance;
import app.resim.identity.Findings;
import app.resim.limits.Deed;
import app.resim.request.Handover;
import app.resim.request.Handovers;
import app.resim.request.OtherDevice;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Gate;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visits;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.jspecify.annotations.Nullable;

/**
 * What a phone shows after it has read the code from the first screen. It says for which
 * operator, adds one picture, and shows nothing of anybody.
 */
@Route(value = HandView.PATH, layout = ShellLayout.class)
@AnonymousAllowed
class HandView extends Page {

	static final String PATH = "hand";

	private final Handovers handovers;

	private final Gate gate;

	private @Nullable OtherDevice device;

	HandView(Visits visits, Handovers handovers, Gate gate) {
		super(visits.current());
		this.gate = gate;
		this.handovers = handovers;
		title(text("hand.title"));
		add(new HandSecret(this::read), new PageHead(text("hand.title")).lead(text("hand.reading")));
	}

	private void read(String token) {
		turn();
		if (!this.gate.opens(Deed.READ_HANDOVER, Gate.stranger(), this)) {
			return;
		}
		this.handovers.read(token).ifPresentOrElse(this::ask, this::unusable);
	}

	private void ask(OtherDevice connected) {
		this.device = connected;
		var numbers = new Acts();
		for (int number : connected.numbers()) {
			numbers.add(Act.press(Integer.toString(number), () -> choose(connected, number))
				.quiet()
				.named("number-" + number));
		}
		numbers.addClassName("numbers");
		numbers.getElement().setAttribute("role", "group").setAttribute("aria-label", text("hand.number"));
		add(new PageHead(text("hand.number")).over(text("hand.for", visit().brand().name()))
			.lead(text("hand.number.text")), numbers, Prose.paragraph(text("hand.stranger"), "soft"));
	}

	private void choose(OtherDevice connected, int number) {
		turn();
		if (connected.choose(number)) {
			take(connected);
		}
		else {
			over();
		}
	}

	private void take(OtherDevice confirmed) {
		var place = new Div();
		var file = PictureFile.of(this, new Wanted(confirmed.wanted()));
		file.takes(upload -> switch (confirmed.deliver(upload)) {
			case OtherDevice.Answer.Arrived arrived -> this::arrived;
			case OtherDevice.Answer.Again(Findings.Retake retake) -> () -> file.askAgain(retake);
			case OtherDevice.Answer.Refused(Acceptance.Refusal refusal) -> () -> file.refuse(refusal);
			case OtherDevice.Answer.Over over -> this::over;
		});
		place.add(file.question());
		place.addClassName("picture");
		add(new PageHead(text("hand.take")).over(text("hand.for", visit().brand().name())), place,
				Prose.paragraph(text("hand.take.text"), "soft", "small"));
	}

	private void arrived() {
		title(text("hand.arrived"));
		accept();
		turn();
		add(new PageHead(text("hand.arrived")),
				Notice.ok(text("hand.arrived.text"), text("hand.arrived.close")).announced());
	}

	private void over() {
		Handover.Why why = (this.device != null) ? this.device.why() : Handover.Why.STOPPED;
		accept();
		turn();
		end(text("hand.over." + why.name()));
	}

	private void unusable() {
		end(text("hand.unusable"));
	}

	private void end(String sentence) {
		add(new PageHead(text("hand.over")), Notice.warn(sentence, text("hand.over.next")).announced());
	}

	/** Another step of the same page, whose buttons have taken the focus with them. */
	private void turn() {
		clear();
		begin();
	}

	@Override
	protected void onDetach(DetachEvent event) {
		if (this.device != null) {
			this.device.leave();
		}
	}

}
