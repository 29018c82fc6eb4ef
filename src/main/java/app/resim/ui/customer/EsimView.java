package app.resim.ui.customer;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import app.resim.kernel.SubscriberId;
import app.resim.request.EsimAnswer;
import app.resim.request.Phase;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CopyField;
import app.resim.ui.Countdown;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Disclosure;
import app.resim.ui.Facts;
import app.resim.ui.Icons;
import app.resim.ui.Notice;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.SignInPaths;
import app.resim.ui.Steps;
import app.resim.ui.TicketCard;
import app.resim.ui.Visits;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.annotation.security.RolesAllowed;

/**
 * The code of the new eSIM, in every form that a phone takes. Shown only shortly after a
 * sign-in, for two minutes at a time, and never kept by the browser.
 */
@Route(value = "requests/:reference/esim", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class EsimView extends LivePage implements BeforeEnterObserver {

	private final Requests requests;

	private final CurrentCustomer customer;

	private final Clock clock;

	/** What the browser calls itself; it only decides which way stands first. */
	private final String agent;

	/** Asks for the code again, for the owner and the sign-in of this page. */
	private Runnable asking = () -> {
	};

	/** Whether the request is still waiting for its phone. */
	private BooleanSupplier waiting = () -> false;

	/** Counts the showings, so that an old clock does not hide a new one. */
	private int showing;

	EsimView(Requests requests, CurrentCustomer customer, Visits visits, LiveRequests live, Clock clock) {
		super(visits, live);
		this.clock = clock;
		this.agent = Objects.requireNonNullElse(VaadinRequest.getCurrent().getHeader("User-Agent"), "");
		this.requests = requests;
		this.customer = customer;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		SubscriberId owner = this.customer.id();
		Instant signedInAt = this.customer.factorAt();
		Optional<RequestView> found = Asked.reference(event).flatMap(asked -> this.requests.find(asked, owner));
		if (found.isEmpty()) {
			Asked.unknown();
			return;
		}
		RequestReference reference = found.get().reference();
		follow(reference);
		title(text("esim.title"));
		explainedBy("not-installing");
		back("/requests/" + reference);
		this.waiting = () -> this.requests.find(reference, owner)
			.filter(request -> request.phase() == Phase.READY)
			.isPresent();
		this.asking = () -> answer(reference, this.requests.showEsim(reference, owner, signedInAt));
		this.asking.run();
	}

	/** What is on the page stays, unless the code is of no use any more. */
	@Override
	void refresh() {
		if (!this.waiting.getAsBoolean()) {
			this.asking.run();
		}
	}

	private void answer(RequestReference reference, EsimAnswer answer) {
		clear();
		this.showing++;
		switch (answer) {
			case EsimAnswer.Shown card -> show(card);
			case EsimAnswer.NeedsFreshSignIn fresh ->
				only("esim.fresh", SignInPaths.again("/requests/" + reference + "/esim"));
			case EsimAnswer.NotNow not -> only("esim.not-now", "/requests/" + reference);
			case EsimAnswer.Installed installed -> installed(reference);
		}
	}

	private void only(String key, String href) {
		add(new PageHead(text(key + ".title")).lead(text(key + ".text")),
				new Acts(Act.go(text(key + ".go"), href).named("go")));
	}

	private void installed(RequestReference reference) {
		var notice = Notice.ok(text("esim.installed.title"), text("esim.installed.text")).announced();
		notice.setId("installed");
		add(new PageHead(text("esim.title")), notice,
				new Acts(Act.go(text("esim.installed.go"), "/requests/" + reference).named("go")));
	}

	private void show(EsimAnswer.Shown card) {
		boolean phone = onPhone();
		add(new PageHead(text("esim.title")), Notice.info(Icons.WIFI, text("esim.wifi.title"), text("esim.wifi.text")));
		if (phone) {
			add(here(card, true), scan(card, true));
		}
		else {
			add(scan(card, false), here(card, false));
		}
		add(byHand(card), otherDevice(), troubles());
		hideAfterAWhile(this.showing);
	}

	/** The browser counts for the person; what really hides the code is this. */
	private void hideAfterAWhile(int shown) {
		after(Requests.SHOWN_FOR, () -> {
			if (this.showing == shown) {
				hide();
			}
		});
	}

	private void hide() {
		clear();
		this.showing++;
		var again = Act.press(text("esim.hidden.show"), this.asking).named("show-again");
		var head = new PageHead(text("esim.title"));
		add(head, new TicketCard(TicketCard.hidden(text("esim.hidden.text"), again),
				Facts.plain().fact(text("esim.hidden.title"), text("esim.safe"))));
	}

	private Component scan(EsimAnswer.Shown card, boolean phone) {
		var picture = new Picture(card.picture(), text("esim.alt"));
		picture.setId("qr");
		var ticket = new TicketCard(picture, about(card))
			.until(new Countdown(words(), text("esim.count.until", times().clockTime(hiddenAt())), Requests.SHOWN_FOR,
					Requests.SHOWN_FOR, this::hide));
		return phone
				? way("esim.hold.title", Prose.paragraph(text("esim.hold.text"), "soft"), ticket,
						Prose.paragraph(text("esim.safe"), "soft", "small"))
				: way("esim.scan.title", ticket, Prose.paragraph(text("esim.safe"), "soft", "small"),
						new Steps(text("esim.scan.step.1"), text("esim.scan.step.2"), text("esim.scan.step.3")));
	}

	private Instant hiddenAt() {
		return this.clock.instant().plus(Requests.SHOWN_FOR);
	}

	private Facts about(EsimAnswer.Shown card) {
		return Facts.plain()
			.fact(text("esim.number"), Prose.number(card.line().spaced()))
			.fact(text("esim.works"), text("esim.works.once"))
			.fact(text("esim.phone"), device(card))
			.fact(text("esim.before"), times().full(card.usableUntil()));
	}

	private String device(EsimAnswer.Shown card) {
		return card.eidEnding()
			.map(ending -> card.deviceLabel().isEmpty() ? text("esim.phone.eid", ending)
					: text("esim.phone.both", card.deviceLabel(), ending))
			.orElse(card.deviceLabel().isEmpty() ? text("esim.works.once") : card.deviceLabel());
	}

	private Component here(EsimAnswer.Shown card, boolean phone) {
		String key = phone ? "esim.this" : "esim.this.other";
		return way(key + ".title", Prose.paragraph(text(key + ".text"), "soft"), links(card, phone),
				Prose.paragraph(text("esim.this.need"), "soft", "small"));
	}

	/** The link of the phone in hand first; all of them are there. */
	private Acts links(EsimAnswer.Shown card, boolean phone) {
		Act apple = install("esim.this.iphone", card.links().apple(), "install-apple");
		Act android = install("esim.this.android", card.links().android(), "install-android");
		Act windows = install("esim.this.windows", card.links().lpa(), "install-lpa").quiet();
		if (phone && onAndroid()) {
			return new Acts(android, apple.quiet(), windows);
		}
		return phone ? new Acts(apple, android.quiet(), windows) : new Acts(apple.quiet(), android.quiet(), windows);
	}

	private Act install(String key, String href, String id) {
		Act act = Act.go(text(key), href).named(id);
		act.getElement().setAttribute("rel", "noreferrer").setAttribute("referrerpolicy", "no-referrer");
		return act;
	}

	private Component byHand(EsimAnswer.Shown card) {
		var address = new CopyField(words(), text("esim.hand.address"), card.smdpAddress());
		address.setId("smdp-address");
		var code = new CopyField(words(), text("esim.hand.code"), card.matchingId());
		code.setId("activation-code");
		var whole = new CopyField(words(), text("esim.hand.whole"), card.activationCode());
		whole.setId("whole-code");
		Component confirmation = card.confirmationCode()
			.<Component>map(secret -> new CopyField(words(), text("esim.hand.confirmation"), secret))
			.orElseGet(() -> Facts.plain().fact(text("esim.hand.confirmation"), text("esim.hand.confirmation.none")));
		return way("esim.hand.title", menus(), address, code, confirmation, whole);
	}

	/** Where the phone hides it; the phone in hand first. */
	private Component menus() {
		var iphone = new Disclosure(text("esim.hand.iphone.title"), text("esim.hand.iphone"));
		var samsung = new Disclosure(text("esim.hand.samsung.title"), text("esim.hand.samsung"));
		var android = new Disclosure(text("esim.hand.android.title"), text("esim.hand.android"));
		return onAndroid() ? Disclosure.group(samsung, android, iphone) : Disclosure.group(iphone, samsung, android);
	}

	private Component otherDevice() {
		return way("esim.other.title", Prose.paragraph(text("esim.other.text"), "soft"));
	}

	private Component troubles() {
		return Disclosure.group(
				new Disclosure(text("esim.worked.title"), text("esim.worked.text", visit().brand().name())).open(),
				new Disclosure(text("esim.failed.title"), text("esim.failed.text")));
	}

	private Component way(String key, Component... parts) {
		var way = new Section(new H2(text(key)));
		way.addClassName("way");
		way.add(parts);
		return way;
	}

	private boolean onPhone() {
		return onAndroid() || this.agent.contains("iPhone") || this.agent.contains("iPad");
	}

	private boolean onAndroid() {
		return this.agent.contains("Android");
	}

	/**
	 * The picture in the page itself: it has no address that a cache or a log could keep,
	 * and a long press works on it.
	 */
	@Tag("img")
	private static final class Picture extends Component implements HasStyle {

		Picture(byte[] png, String alt) {
			getElement().setAttribute("src", "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
				.setAttribute("alt", alt);
		}

	}

}
