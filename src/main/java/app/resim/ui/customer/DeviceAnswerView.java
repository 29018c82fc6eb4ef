package app.resim.ui.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
import app.resim.request.RequestKind;
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
		boolean esim = found.kind() == RequestKind.ESIM;
		this.facts.ifPresent(device -> {
			switch (device.verdict()) {
				case COMPATIBLE -> {
				}
				case SOME_VERSIONS -> unsure(device, "some", esim);
				case UNKNOWN -> unsure(device, device.deviceId().isPresent() ? "unchecked" : "unknown", esim);
				case NOT_COMPATIBLE -> impossible(found, device, esim);
			}
		});
	}

	private void unsure(DeviceFacts device, String key, boolean esim) {
		if (esim) {
			unsure(device, key);
			return;
		}
		say(device, "customer.device." + key);
		add(new Acts(Act.press(text("card.device.tray"), this::proceed).named("device-anyway"),
				Act.press(text("card.device.esim"), () -> instead(device, RequestKind.ESIM))
					.quiet()
					.named("device-esim")),
				another());
	}

	private void impossible(RequestView found, DeviceFacts device, boolean esim) {
		if (esim) {
			impossible(found, device);
			return;
		}
		say(device, "customer.device.not");
		add(new Acts(Act.press(text("card.device.esim"), () -> instead(device, RequestKind.ESIM)).named("device-esim"),
				Act.go(text("customer.device.another"), before(found)).quiet().named("device-another")));
	}

	/** The same device, asked for the other kind of SIM. */
	private void instead(DeviceFacts device, RequestKind kind) {
		Optional<DeviceAnswer> answer = question(device).map(this.devices::check);
		boolean stored = stored(() -> {
			requests().become(reference(), owner(), kind);
			answer.ifPresent(known -> requests().answerDevice(reference(), owner(), known, device.label(),
					device.source(), device.eid()));
		});
		if (stored) {
			requests().find(reference(), owner()).ifPresent(now -> go(Way.to(now)));
		}
	}

	/**
	 * A name as it was typed may tell the version, which the key in the list does not.
	 */
	private static Optional<DeviceQuestion> question(DeviceFacts device) {
		if (device.source() == Source.LIST) {
			return device.deviceId().map(DeviceQuestion.Chosen::new);
		}
		return Optional.of(device.label()).filter(label -> !label.isEmpty()).map(DeviceQuestion.Named::new);
	}

	/** Only where the brand has cards and the phone takes one. */
	private Optional<Act> card(DeviceFacts device) {
		return (takesCard(device) && !Way.cards(visit().brand()).isEmpty())
				? Optional.of(Act.press(text("card.device.card"), () -> instead(device, RequestKind.CARD))
					.quiet()
					.named("device-card"))
				: Optional.empty();
	}

	/** An EID decides; without one, a person looks at the request. */
	private void unsure(DeviceFacts device, String key) {
		say(device, "customer.device." + key);
		add(Form.of(this::enter, this.eid,
				new Acts(Stream.concat(Stream.of(Act.submit(text("customer.eid.enter")).named("eid-enter"),
						Act.press(text("customer.device.anyway"), this::proceed).quiet().named("device-anyway")),
						card(device).stream())
					.toArray(Act[]::new))),
				new Disclosure(text("customer.device.no-eid"), text("customer.device.no-eid.text")),
				new Disclosure(text("customer.device.else"), new PlainList(otherwise(device))), another());
	}

	private void impossible(RequestView found, DeviceFacts device) {
		say(device, "customer.device.not");
		add(new Stack(text("customer.device.else"), new PlainList(otherwise(device))),
				new Acts(Stream
					.concat(Stream.of(Act.go(text("customer.device.another"), before(found)).named("device-another")),
							card(device).stream())
					.toArray(Act[]::new)),
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
		if (takesCard(device) && Way.cards(visit().brand()).isEmpty()) {
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
