package app.resim.ui.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.catalogue.Device;
import app.resim.catalogue.DeviceAnswer;
import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Devices;
import app.resim.kernel.Eid;
import app.resim.kernel.Reading;
import app.resim.request.DeviceFacts;
import app.resim.request.DeviceFacts.Source;
import app.resim.request.Question;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Art;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Disclosure;
import app.resim.ui.Form;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.ShellLayout;
import app.resim.ui.Stack;
import app.resim.ui.TextQuestion;
import app.resim.ui.Visits;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * What to do with a device that takes an eSIM in some versions only, or not at all, or
 * that nobody knows. An EID outranks the list and opens the way.
 */
@Route(value = "requests/:reference/device/answer", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class DeviceAnswerView extends QuestionPage {

	private final Devices devices;

	private final DeviceWords spoken;

	private final TextQuestion eid;

	private Optional<DeviceFacts> facts = Optional.empty();

	DeviceAnswerView(Visits visits, CurrentCustomer customer, Requests requests, Devices devices) {
		super(visits, customer, requests, Question.DEVICE);
		this.devices = devices;
		this.spoken = new DeviceWords(words());
		this.eid = DeviceWords.eid(this, this::enter).picture(Art.STAR_HASH.draw(text("customer.eid.picture")));
	}

	@Override
	Optional<String> elsewhere(RequestView found) {
		this.facts = found.device().filter(device -> device.verdict() != Verdict.COMPATIBLE);
		if (this.facts.isPresent()) {
			return Optional.empty();
		}
		return Optional.of(found.device().isPresent() ? Way.to(found) : Way.to(found.reference(), Question.DEVICE));
	}

	@Override
	String before(RequestView found) {
		return keeping(Way.to(found.reference(), Question.DEVICE));
	}

	@Override
	void ask(RequestView found) {
		this.facts.ifPresent(device -> {
			switch (device.verdict()) {
				case COMPATIBLE -> {
				}
				case SOME_VERSIONS -> unsure(device, "some");
				case UNKNOWN -> unsure(device, device.deviceId().isPresent() ? "unchecked" : "unknown");
				case NOT_COMPATIBLE -> impossible(found, device);
			}
		});
	}

	/** An EID decides; without one, a person looks at the request. */
	private void unsure(DeviceFacts device, String key) {
		say(device, "customer.device." + key);
		add(Form.of(this::enter, this.eid,
				new Acts(Act.submit(text("customer.eid.enter")).named("eid-enter"),
						Act.press(text("customer.device.anyway"), this::proceed).quiet().named("device-anyway"))),
				new Disclosure(text("customer.device.no-eid"), text("customer.device.no-eid.text")),
				new Disclosure(text("customer.device.else"), new PlainList(otherwise(device))), another());
	}

	private void impossible(RequestView found, DeviceFacts device) {
		say(device, "customer.device.not");
		add(new Stack(text("customer.device.else"), new PlainList(otherwise(device))),
				new Acts(Act.go(text("customer.device.another"), before(found)).named("device-another")),
				new Disclosure(text("customer.device.has-eid"), Form.of(this::enter, this.eid,
						new Acts(Act.submit(text("customer.eid.enter")).quiet().named("eid-enter")))));
	}

	private void say(DeviceFacts device, String key) {
		String heading = text(key, this.spoken.name(device));
		title(heading);
		add(new PageHead(heading).lead(device.exception()
			.map(exception -> text("device.exception." + exception))
			.orElseGet(() -> text(key + ".text"))));
	}

	private List<String> otherwise(DeviceFacts device) {
		List<String> ways = new ArrayList<>();
		ways.add(text("customer.device.else.other"));
		if (takesCard(device)) {
			ways.add(text("customer.device.else.card", PhoneNumbers.spaced(visit().brand().hotline())));
		}
		ways.add(text("customer.device.else.store"));
		return ways;
	}

	/** Who has no tray for a card is not sent to get one. */
	private boolean takesCard(DeviceFacts device) {
		return device.deviceId()
			.flatMap(this.devices::find)
			.filter(model -> model.tray() == Device.Tray.NO || model.kind() == Device.Kind.WATCH)
			.isEmpty();
	}

	private Acts another() {
		return new Acts(Act.go(text("customer.device.another"), keeping(Way.to(reference(), Question.DEVICE)))
			.aside()
			.named("device-another"));
	}

	private void enter() {
		accept();
		switch (Eid.read(this.eid.typed())) {
			case Reading.Read<Eid>(Eid read) -> this.facts.ifPresent(device -> saved(() -> keep(device, read)));
			case Reading.Unreadable<Eid> unreadable -> refuse(this.eid, this.spoken.eidFault(unreadable));
		}
	}

	/** The name stays, because it is what people call their phone. */
	private void keep(DeviceFacts device, Eid read) {
		DeviceAnswer answer = this.devices.check(new DeviceQuestion.WithEid(read));
		var known = new DeviceAnswer(answer.verdict(), device.deviceId().flatMap(this.devices::find),
				answer.exception(), answer.list());
		requests().answerDevice(reference(), owner(), known, device.label(), Source.EID, Optional.of(read));
	}

}
