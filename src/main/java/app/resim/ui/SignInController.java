package app.resim.ui;

import java.time.Clock;
import java.util.Optional;

import app.resim.account.CodeAnswer;
import app.resim.account.CodeSent;
import app.resim.account.Factors;
import app.resim.account.PasskeyAnswer;
import app.resim.account.Passkeys;
import app.resim.account.Proven;
import app.resim.account.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The customers' sign-in: who are you, then the code. Every POST answers with a redirect,
 * so that reload and Back repeat nothing. People who are known and people who are not see
 * the same pages.
 */
@Controller
class SignInController {

	private static final String HOME = CustomerDoor.HOME;

	private final SignIn signIn;

	private final Factors factors;

	private final Passkeys passkeys;

	private final SignInPages pages;

	private final SignInDesk desk;

	private final CustomerDoor door;

	private final PlainPages plain;

	private final Visits visits;

	private final CurrentCustomer customer;

	private final Clock clock;

	SignInController(SignIn signIn, Factors factors, Passkeys passkeys, SignInPages pages, SignInDesk desk,
			CustomerDoor door, PlainPages plain, Visits visits, CurrentCustomer customer, Clock clock) {
		this.signIn = signIn;
		this.factors = factors;
		this.passkeys = passkeys;
		this.pages = pages;
		this.desk = desk;
		this.door = door;
		this.plain = plain;
		this.visits = visits;
		this.customer = customer;
		this.clock = clock;
	}

	@GetMapping(SignInPaths.CUSTOMERS)
	ResponseEntity<String> ask(@RequestParam(required = false) @Nullable String again, HttpServletRequest request,
			HttpServletResponse response) {
		if (this.customer.signedIn()) {
			return (again != null) ? askAgain(SignInDesk.ours(again).orElse(HOME), request)
					: this.plain.lead(this.desk.takeWanted(request, response).orElse(HOME));
		}
		if (this.desk.wanted(request, response).filter(page -> page.startsWith("/staff")).isPresent()) {
			return this.plain.lead(SignInPaths.STAFF);
		}
		return this.plain.show(this.pages.contact(AskedPasskey.ask(this.passkeys, request), SignInWord.take(request)));
	}

	/**
	 * A round that still runs is used on: loading the page again sends no second code.
	 */
	private ResponseEntity<String> askAgain(String wanted, HttpServletRequest request) {
		SignInRound.in(request)
			.filter(round -> round.freshCode() && round.usableUntil().isAfter(this.clock.instant()))
			.map(round -> round.leadingTo(wanted))
			.orElseGet(() -> SignInRound.again(sendAgain(), wanted))
			.keep(request);
		return this.plain.lead(SignInPages.CODE);
	}

	private CodeSent sendAgain() {
		return this.signIn.again(this.customer.id(), this.visits.current().words().locale());
	}

	@PostMapping(SignInPaths.CUSTOMERS)
	ResponseEntity<String> send(@RequestParam(defaultValue = "") String contact, HttpServletRequest request) {
		if (contact.isBlank()) {
			return again(SignInWord.bad("signin.contact.empty"), SignInPaths.CUSTOMERS, request);
		}
		Visit visit = this.visits.current();
		CodeSent sent = this.signIn.begin(contact, visit.brand().region(), visit.words().locale());
		SignInRound.first(sent).keep(request);
		return this.plain.lead(SignInPages.CODE);
	}

	@GetMapping(SignInPages.CODE)
	ResponseEntity<String> askCode(HttpServletRequest request) {
		return SignInRound.in(request)
			.map(round -> this.plain
				.show(this.pages.code(round, AskedPasskey.ask(this.passkeys, request), SignInWord.take(request))))
			.orElseGet(() -> this.plain.lead(SignInPaths.CUSTOMERS));
	}

	@PostMapping(SignInPages.CODE)
	ResponseEntity<String> enter(@RequestParam(defaultValue = "") String code, HttpServletRequest request,
			HttpServletResponse response) {
		Optional<SignInRound> open = SignInRound.in(request);
		if (open.isEmpty()) {
			return again(SignInWord.bad("signin.over"), SignInPaths.CUSTOMERS, request);
		}
		SignInRound round = open.get();
		if (code.isBlank()) {
			return again(SignInWord.bad("signin.code.empty"), SignInPages.CODE, request);
		}
		return switch (this.signIn.enter(round.challenge(), code)) {
			case CodeAnswer.SignedIn(var subscriber) -> {
				if (!round.freshCode()) {
					SignInRound.forget(request);
				}
				yield this.door.enter(subscriber, Proven.mailCode(this.clock.instant()), request, response);
			}
			case CodeAnswer.Wrong(int triesLeft) ->
				again(SignInWord.bad("signin.code.wrong", triesLeft), SignInPages.CODE, request);
			case CodeAnswer.Expired() -> renew(round, SignInWord.bad("signin.code.expired"), request);
			case CodeAnswer.UsedUp() -> renew(round, SignInWord.bad("signin.code.used-up"), request);
		};
	}

	@PostMapping(SignInPages.NEW_CODE)
	ResponseEntity<String> newCode(HttpServletRequest request) {
		return SignInRound.in(request)
			.map(round -> renew(round, SignInWord.good("signin.code.sent-again"), request))
			.orElseGet(() -> this.plain.lead(SignInPaths.CUSTOMERS));
	}

	@PostMapping(SignInPages.PASSKEY)
	ResponseEntity<String> passkey(@RequestParam(defaultValue = "") String answer, HttpServletRequest request,
			HttpServletResponse response) {
		boolean again = this.customer.signedIn();
		PasskeyAnswer got = AskedPasskey.take(request)
			.map(question -> this.passkeys.enter(question, answer))
			.orElseGet(PasskeyAnswer.Refused::new);
		return switch (got) {
			case PasskeyAnswer.Known(var who, var proven) when !again || who.equals(this.customer.id()) -> {
				this.door.seat(who, proven, request, response);
				yield this.door.goOn(request, response);
			}
			case PasskeyAnswer.Known _, PasskeyAnswer.Refused _ ->
				again(SignInWord.bad("signin.passkey.not"), this.door.here(request), request);
		};
	}

	@GetMapping(SignInPages.SECOND)
	ResponseEntity<String> askSecond(@RequestParam(required = false) @Nullable String back, HttpServletRequest request,
			HttpServletResponse response) {
		if (!this.customer.signedIn()) {
			return this.plain.lead(SignInPaths.CUSTOMERS);
		}
		SignInDesk.ours(back).ifPresent(wanted -> {
			SignInRound.forget(request);
			this.desk.want(wanted, request, response);
		});
		return this.plain.show(this.pages.second(AskedPasskey.ask(this.passkeys, request), SignInWord.take(request)));
	}

	@PostMapping(SignInPages.SECOND)
	ResponseEntity<String> second(@RequestParam(defaultValue = "") String code, HttpServletRequest request,
			HttpServletResponse response) {
		if (!this.customer.signedIn()) {
			return this.plain.lead(SignInPaths.CUSTOMERS);
		}
		if (code.isBlank()) {
			return again(SignInWord.bad("signin.second.empty"), SignInPages.SECOND, request);
		}
		Optional<Proven> proven = this.factors.enter(this.customer.id(), code);
		if (proven.isEmpty()) {
			return again(SignInWord.bad("signin.second.wrong"), SignInPages.SECOND, request);
		}
		this.door.seat(this.customer.id(), proven.get(), request, response);
		return this.door.goOn(request, response);
	}

	@PostMapping(SignInPages.LATER)
	ResponseEntity<String> later(HttpServletRequest request, HttpServletResponse response) {
		return SignInRound.in(request).isPresent() ? this.plain.lead(SignInPages.CODE)
				: this.door.goOn(request, response);
	}

	private ResponseEntity<String> renew(SignInRound round, SignInWord word, HttpServletRequest request) {
		Optional<CodeSent> sent = this.signIn.resend(round.challenge());
		if (sent.isPresent()) {
			round.renewed(sent.get()).keep(request);
			return again(word, SignInPages.CODE, request);
		}
		SignInRound.forget(request);
		if (round.wanted() != null && this.customer.signedIn()) {
			return askAgain(round.wanted(), request);
		}
		return again(SignInWord.bad("signin.over"), SignInPaths.CUSTOMERS, request);
	}

	private ResponseEntity<String> again(SignInWord word, String path, HttpServletRequest request) {
		word.leave(request);
		return this.plain.lead(path);
	}

	@GetMapping("/signed-out")
	ResponseEntity<String> signedOut() {
		return this.plain.show(this.pages.signedOut());
	}

}
