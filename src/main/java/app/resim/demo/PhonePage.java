package app.resim.demo;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.simulated.Fault;
import app.resim.provisioning.simulated.SimulatedProfile;
import app.resim.provisioning.simulated.SimulatedProfile.State;
import app.resim.provisioning.simulated.SimulatedSmDp;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Badge;
import app.resim.ui.ChoiceCards;
import app.resim.ui.Form;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PlainPages;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A phone to be pretended: it installs what the simulated SM-DP+ has released, or fails
 * to; and the SM-DP+ can be told to misbehave.
 */
@Controller
@Profile("demo")
class PhonePage {

	/** A phone for which no profile was ordered. */
	private static final Eid OTHER_PHONE = new Eid("89049032123451234512345678901235");

	private static final Set<State> ORDERED = EnumSet.complementOf(EnumSet.of(State.AVAILABLE));

	private static final Set<State> OPEN = EnumSet.of(State.RELEASED, State.DOWNLOADED);

	private final ObjectProvider<SimulatedSmDp> server;

	private final Visits visits;

	private final PlainPages plain;

	PhonePage(ObjectProvider<SimulatedSmDp> server, Visits visits, PlainPages plain) {
		this.server = server;
		this.visits = visits;
		this.plain = plain;
	}

	@GetMapping(DemoPaths.PHONE)
	ResponseEntity<String> show(@RequestParam(required = false) @Nullable String said) {
		var page = new Page(this.visits.current());
		page.title(page.text("demo.phone"));
		page.add(new PageHead(page.text("demo.phone")).lead(page.text("demo.phone.lead")));
		SimulatedSmDp simulated = this.server.getIfAvailable();
		if (simulated == null) {
			page.add(Prose.paragraph(page.text("demo.phone.real")));
		}
		else {
			said(page, said).ifPresent(page::add);
			page.add(new Stack(page.text("demo.profiles"), profiles(page, simulated)),
					new Stack(page.text("demo.server"), faults(page, simulated)));
		}
		page.add(Link.alone(DemoPaths.MESSAGES, page.text("demo.to-messages")),
				Link.alone(DemoPaths.BILLING, page.text("demo.to-billing")));
		return this.plain.show(page);
	}

	private static Optional<Component> said(Page page, @Nullable String said) {
		return switch (said) {
			case "installed" ->
				Optional.of(Notice.ok(page.text("demo.said.installed"), page.text("demo.said.installed.text")));
			case "refused" ->
				Optional.of(Notice.warn(page.text("demo.said.refused"), page.text("demo.said.refused.text")));
			case "fault" -> Optional.of(Notice.ok(page.text("demo.said.fault"), ""));
			case null, default -> Optional.empty();
		};
	}

	private static Component profiles(Page page, SimulatedSmDp simulated) {
		List<SimulatedProfile> ordered = simulated.profiles()
			.stream()
			.filter(profile -> ORDERED.contains(profile.state()))
			.toList();
		if (ordered.isEmpty()) {
			return Prose.paragraph(page.text("demo.profiles.none"), "soft");
		}
		var list = new UnorderedList();
		list.addClassName("rows");
		list.getElement().setAttribute("role", "list");
		ordered.forEach(profile -> list.add(row(page, profile)));
		return list;
	}

	private static ListItem row(Page page, SimulatedProfile profile) {
		var title = new Div(new H3(page.text("demo.profile", ending(profile.iccid().iccid()))), badge(page, profile));
		title.addClassName("t");
		String phone = profile.eid()
			.map(eid -> page.text("demo.profile.bound", ending(eid.eid())))
			.orElseGet(() -> page.text("demo.profile.unbound"));
		var row = new ListItem(title, Prose
			.paragraph(page.text("demo.profile.about", page.times().stamp(profile.changedAt()), phone), "soft"));
		if (OPEN.contains(profile.state())) {
			row.add(deeds(page, profile.iccid().iccid()));
		}
		return row;
	}

	private static Badge badge(Page page, SimulatedProfile profile) {
		Badge.Look look = switch (profile.state()) {
			case RELEASED -> Badge.Look.NOW;
			case INSTALLED -> Badge.Look.OK;
			case ERROR, UNAVAILABLE -> Badge.Look.DANGER;
			case DOWNLOADED -> Badge.Look.WARN;
			case AVAILABLE, ALLOCATED, LINKED, CONFIRMED -> Badge.Look.WAIT;
		};
		return new Badge(look, page.text("demo.state." + profile.state().name()));
	}

	private static Component deeds(Page page, String iccid) {
		return new Acts(deed(page, iccid, "install"), deed(page, iccid, "other-phone"), deed(page, iccid, "fail"),
				deed(page, iccid, "give-up"));
	}

	private static Form deed(Page page, String iccid, String deed) {
		Act act = Act.submit(page.text("demo.deed." + deed)).slim();
		return Form.post(page.visit(), DemoPaths.PHONE, deed.equals("install") ? act : act.quiet())
			.hidden("iccid", iccid)
			.hidden("deed", deed);
	}

	private static String ending(String number) {
		return number.substring(number.length() - 4);
	}

	@PostMapping(DemoPaths.PHONE)
	ResponseEntity<String> pretend(@RequestParam String iccid, @RequestParam String deed) {
		SimulatedSmDp simulated = this.server.getObject();
		var profile = new Iccid(iccid);
		SimulatedSmDp.Attempt attempt = switch (deed) {
			case "install" -> simulated.install(profile, Optional.empty());
			case "other-phone" -> simulated.install(profile, Optional.of(OTHER_PHONE));
			case "give-up" -> simulated.fail(profile, "8.8.5-6.4");
			default -> simulated.fail(profile, "8.2.10-4.2");
		};
		return this.plain.lead(DemoPaths.PHONE + switch (attempt) {
			case SimulatedSmDp.Attempt.Installed() -> "?said=installed";
			case SimulatedSmDp.Attempt.Refused(String code) -> "?said=refused";
		});
	}

	private static Component faults(Page page, SimulatedSmDp simulated) {
		ChoiceCards<Trouble> choice = ChoiceCards.labelled(page.words(), "fault", page.text("demo.fault"));
		for (Trouble trouble : Trouble.values()) {
			choice.card(trouble, trouble.name(), page.text("demo.fault." + trouble.name()),
					page.text("demo.fault." + trouble.name() + ".text"), null);
		}
		choice.choose(Trouble.of(simulated.fault()));
		return Form.post(page.visit(), DemoPaths.FAULT, choice,
				new Acts(Act.submit(page.text("demo.fault.set")).quiet()));
	}

	@PostMapping(DemoPaths.FAULT)
	ResponseEntity<String> misbehave(@RequestParam Trouble fault) {
		this.server.getObject().setFault(fault.fault());
		return this.plain.lead(DemoPaths.PHONE + "?said=fault");
	}

	/** Faults by name, as the form sends them. */
	enum Trouble {

		NONE(new Fault.None()), DOWN(new Fault.Down()), HANG(new Fault.Hang(Duration.ofSeconds(40))),
		BROKEN(new Fault.Broken()), BAD_REQUEST(new Fault.BadRequest()), REFUSE(new Fault.Refuse("8.2.5-3.7")),
		LOSE_ANSWER(new Fault.LoseAnswer()), REPEAT_NOTICES(new Fault.RepeatNotices());

		private final Fault fault;

		Trouble(Fault fault) {
			this.fault = fault;
		}

		Fault fault() {
			return this.fault;
		}

		static Trouble of(Fault fault) {
			return switch (fault) {
				case Fault.None() -> NONE;
				case Fault.Down() -> DOWN;
				case Fault.Hang(var time) -> HANG;
				case Fault.Broken() -> BROKEN;
				case Fault.BadRequest() -> BAD_REQUEST;
				case Fault.Refuse(var code) -> REFUSE;
				case Fault.LoseAnswer() -> LOSE_ANSWER;
				case Fault.RepeatNotices() -> REPEAT_NOTICES;
			};
		}

	}

}
