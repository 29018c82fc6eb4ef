package app.resim.ui;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import app.resim.account.Proof;
import app.resim.account.AppSecret;
import app.resim.account.AuthenticatorApps;
import app.resim.account.Factors;
import app.resim.account.PasskeyOffer;
import app.resim.account.Passkeys;
import app.resim.account.RecoveryCodes;
import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * "Get ready before you lose it": a customer adds and removes factors. Every change wants
 * a factor that is at most five minutes old, and one that is more than the mailbox as
 * soon as there is any.
 */
@Controller
class ReadyController {

	private static final String OFFER = PasskeyOffer.class.getName();

	private static final String SECRET = AppSecret.class.getName();

	private static final String CODES = RecoveryCodes.class.getName();

	private final Factors factors;

	private final Passkeys passkeys;

	private final AuthenticatorApps apps;

	private final RecoveryCodes codes;

	private final Subscribers subscribers;

	private final CurrentCustomer customer;

	private final ReadyPages pages;

	private final PlainPages plain;

	private final Visits visits;

	private final Clock clock;

	ReadyController(Factors factors, Passkeys passkeys, AuthenticatorApps apps, RecoveryCodes codes,
			Subscribers subscribers, CurrentCustomer customer, ReadyPages pages, PlainPages plain, Visits visits,
			Clock clock) {
		this.factors = factors;
		this.passkeys = passkeys;
		this.apps = apps;
		this.codes = codes;
		this.subscribers = subscribers;
		this.customer = customer;
		this.pages = pages;
		this.plain = plain;
		this.visits = visits;
		this.clock = clock;
	}

	@GetMapping(SignInPaths.READY)
	ResponseEntity<String> overview(HttpServletRequest request) {
		Optional<PasskeyOffer> offer = mayChange() ? Optional.of(offer()) : Optional.empty();
		offer.ifPresent(made -> request.getSession().setAttribute(OFFER, made));
		return this.plain
			.show(this.pages.overview(this.factors.of(this.customer.id()), offer, SignInWord.take(request)));
	}

	private PasskeyOffer offer() {
		return this.passkeys.offer(this.customer.id(), mailbox());
	}

	private String mailbox() {
		return this.subscribers.find(this.customer.id()).map(Subscriber::email).orElse("Resim");
	}

	@PostMapping(ReadyPages.PASSKEYS)
	ResponseEntity<String> addPasskey(@RequestParam(defaultValue = "") String answer,
			@RequestParam(defaultValue = "") String label, HttpServletRequest request) {
		return changing(() -> {
			String name = label.isBlank() ? this.visits.current().text("ready.passkey.unnamed") : label;
			boolean added = take(request, OFFER, PasskeyOffer.class)
				.filter(offer -> this.passkeys.add(this.customer.id(), offer, answer, name))
				.isPresent();
			return said(added ? SignInWord.good("ready.passkey.added") : SignInWord.bad("ready.passkey.not"), request);
		});
	}

	@PostMapping(ReadyPages.PASSKEY_GONE)
	ResponseEntity<String> removePasskey(@RequestParam UUID passkey, HttpServletRequest request) {
		return changing(() -> {
			this.passkeys.remove(this.customer.id(), passkey);
			return said(SignInWord.good("ready.removed"), request);
		});
	}

	@PostMapping(ReadyPages.APP_NEW)
	ResponseEntity<String> beginApp(HttpServletRequest request) {
		return changing(() -> {
			request.getSession().setAttribute(SECRET, this.apps.draw(this.visits.current().brand().name(), mailbox()));
			return this.plain.lead(ReadyPages.APP);
		});
	}

	@GetMapping(ReadyPages.APP)
	ResponseEntity<String> showApp(HttpServletRequest request) {
		if (request.getSession().getAttribute(SECRET) instanceof AppSecret secret && mayChange()) {
			return this.plain.show(this.pages.app(secret, SignInWord.take(request)));
		}
		return this.plain.lead(SignInPaths.READY);
	}

	@PostMapping(ReadyPages.APP)
	ResponseEntity<String> confirmApp(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
		return changing(() -> {
			if (!(request.getSession().getAttribute(SECRET) instanceof AppSecret secret)) {
				return this.plain.lead(SignInPaths.READY);
			}
			if (!this.apps.confirm(this.customer.id(), secret, code)) {
				SignInWord.bad("ready.app.wrong").leave(request);
				return this.plain.lead(ReadyPages.APP);
			}
			request.getSession().removeAttribute(SECRET);
			return said(SignInWord.good("ready.app.added"), request);
		});
	}

	@PostMapping(ReadyPages.APP_GONE)
	ResponseEntity<String> removeApp(HttpServletRequest request) {
		return changing(() -> {
			this.apps.remove(this.customer.id());
			return said(SignInWord.good("ready.removed"), request);
		});
	}

	@PostMapping(ReadyPages.CODES)
	ResponseEntity<String> makeCodes(HttpServletRequest request) {
		return changing(() -> {
			request.getSession().setAttribute(CODES, this.codes.make(this.customer.id()));
			return this.plain.lead(ReadyPages.CODES);
		});
	}

	/** Shown once: loading the page again shows none. */
	@GetMapping(ReadyPages.CODES)
	ResponseEntity<String> showCodes(HttpServletRequest request) {
		return take(request, CODES, List.class).map(list -> ((List<?>) list).stream().map(String::valueOf).toList())
			.map(list -> this.plain.show(this.pages.codes(list)))
			.orElseGet(() -> this.plain.lead(SignInPaths.READY));
	}

	private ResponseEntity<String> changing(Supplier<ResponseEntity<String>> deed) {
		return mayChange() ? deed.get() : this.plain.lead(SignInPaths.again(SignInPaths.READY));
	}

	private boolean mayChange() {
		return Proof.isFresh(this.customer.factorAt(), this.clock.instant())
				&& this.factors.mayChange(this.customer.proof());
	}

	private ResponseEntity<String> said(SignInWord word, HttpServletRequest request) {
		word.leave(request);
		return this.plain.lead(SignInPaths.READY);
	}

	private static <T> Optional<T> take(HttpServletRequest request, String key, Class<T> kind) {
		HttpSession session = request.getSession();
		Object kept = session.getAttribute(key);
		session.removeAttribute(key);
		return kind.isInstance(kept) ? Optional.of(kind.cast(kept)) : Optional.empty();
	}

}
