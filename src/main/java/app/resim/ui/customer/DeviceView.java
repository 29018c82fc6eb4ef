package app.resim.ui.customer;

import java.util.Optional;

import app.resim.catalogue.DeviceAnswer;
import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.Devices;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.request.DeviceFacts;
import app.resim.request.Outlook;
import app.resim.request.Question;
import app.resim.request.RequestKind;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.ChoiceCards;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Disclosure;
import app.resim.ui.Form;
import app.resim.ui.Gate;
import app.resim.ui.Icons;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visits;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Which device gets the new eSIM. The browser is asked for its model only after somebody
 * said that it runs on that device, and what it says is a suggestion to confirm.
 */
@Route(value = "requests/:reference/device", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class DeviceView extends QuestionPage {

	private final Devices devices;

	private final Gate gate;

	private final Div which = new Div();

	private final Div asking = new Div();

	private ChoiceCards<Boolean> held;

	private Optional<WhichDevice> told = Optional.empty();

	/** Only an eSIM cares for them. */
	private boolean byNumber = true;

	DeviceView(Visits visits, CurrentCustomer customer, Requests requests, Devices devices, Gate gate) {
		super(visits, customer, requests, Question.DEVICE);
		this.devices = devices;
		this.gate = gate;
		this.held = held();
	}

	/** Nobody answers seven questions to learn that it is too early for them. */
	@Override
	Optional<String> elsewhere(RequestView found) {
		return requests().outlooks(found.reference(), proof())
			.values()
			.stream()
			.findAny()
			.filter(outlook -> !(outlook instanceof Outlook.Open))
			.map(tooOften -> Way.tooOften(found.reference()));
	}

	@Override
	void ask(RequestView found) {
		title(text("customer.device.question"));
		this.byNumber = found.kind() == RequestKind.ESIM;
		explainedBy("which-device");
		this.held = held();
		this.asking.removeAll();
		offer(Optional.empty());
		this.which.setVisible(false);
		found.device().ifPresent(this::remember);
		add(Form.of(this::answered, this.held, this.which,
				new Acts(Act.submit(text("shell.continue")).named("continue"))),
				new Disclosure(text("customer.device.know"), new PlainList(text("customer.device.know.wifi"),
						text("customer.device.know.inherit"), text("customer.device.know.delete"))));
	}

	private ChoiceCards<Boolean> held() {
		return ChoiceCards.<Boolean>heading(words(), "held", text("customer.device.question"))
			.hint(text("customer.device.hint"))
			.card(true, "yes", text("customer.device.yes"), text("customer.device.yes.text"), Icons.PHONE)
			.unfolding(this.asking)
			.card(false, "no", text("customer.device.no"), text("customer.device.no.text"), Icons.DEVICES)
			.whenChosen(this::holds);
	}

	private void remember(DeviceFacts facts) {
		boolean hinted = facts.source() == DeviceFacts.Source.HINT;
		if (hinted) {
			this.held.choose(true);
		}
		offer(hinted ? Optional.of(facts.label()) : Optional.empty());
		this.told.ifPresent(which -> which.remembering(facts));
	}

	private void holds() {
		this.asking.removeAll();
		if (this.held.chosen().orElse(false)) {
			this.asking.add(said(text("customer.device.asking")), new ModelHint(this::hinted));
		}
		offer(Optional.empty());
	}

	private void hinted(ModelHint.Hint hint) {
		this.asking.removeAll();
		if (!hint.model().isEmpty()) {
			this.asking.add(said(text("customer.device.told")));
			offer(Optional.of(suggestion(hint.model())));
		}
		else if (!hint.family().isEmpty()) {
			this.asking.add(said(text("customer.device.family", hint.family())));
		}
		else {
			this.asking.add(said(text("customer.device.silent")));
		}
	}

	/** Only looked up: what is not confirmed is neither checked nor kept. */
	private String suggestion(String code) {
		return this.devices.matching(code)
			.stream()
			.filter(device -> device.codes().stream().anyMatch(code::equalsIgnoreCase))
			.findFirst()
			.map(device -> DeviceWords.named(device, code))
			.orElse(code);
	}

	private static Paragraph said(String text) {
		Paragraph said = Prose.paragraph(text);
		said.getElement().setAttribute("role", "status");
		return said;
	}

	private void offer(Optional<String> suggested) {
		var offered = new WhichDevice(this, this.devices, suggested, this.byNumber, this::answered);
		this.told = Optional.of(offered);
		this.which.removeAll();
		this.which.add(offered);
		this.which.setVisible(true);
	}

	private void answered() {
		accept();
		if (!this.which.isVisible()) {
			refuse(this.held, text("customer.device.question.none"));
			return;
		}
		this.told.flatMap(WhichDevice::read).ifPresent(this::check);
	}

	private void check(WhichDevice.Told said) {
		if (!this.gate.opens(Deed.CHECK_DEVICE, Asker.account(owner().subscriber()), this)) {
			return;
		}
		DeviceAnswer answer = this.devices.check(said.question());
		String label = answer.device().map(device -> DeviceWords.named(device, said.label())).orElse(said.label());
		boolean stored = stored(
				() -> requests().answerDevice(reference(), owner(), answer, label, said.source(), said.eid()));
		if (stored && answer.verdict() == Verdict.COMPATIBLE) {
			proceed();
		}
		else if (stored) {
			go(keeping(Way.deviceAnswer(reference())));
		}
	}

}
