package app.resim.ui;

import java.time.Clock;
import java.util.Optional;

import app.resim.account.CodeAnswer;
import app.resim.account.CodeSent;
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

	private static final String HOME = "/lines";

	private final SignIn signIn;

	private final SignInPages pages;

	private final SignInDesk desk;

	private final PlainPages plain;

	private final Visits visits;

	private final CurrentCustomer customer;

	private final Clock clock;

	SignInController(SignIn signIn, SignInPages pages, SignInDesk desk, PlainPages plain, Visits visits,
			CurrentCustomer customer, Clock clock) {
		this.signIn = signIn;
		this.pages = pages;
		this.desk = desk;
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
		return this.plain.show(this.pages.contact(SignInWord.take(request)));
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
			.map(round -> this.plain.show(this.pages.code(round, SignInWord.take(request))))
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
				SignInRound.forget(request);
				this.desk.seat(new CustomerSeat(subscriber, this.clock.instant()), request, response);
				String wanted = this.desk.takeWanted(request, response).orElse(HOME);
				yield this.plain.lead((round.wanted() != null) ? round.wanted() : wanted);
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
