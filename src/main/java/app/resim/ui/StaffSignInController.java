package app.resim.ui;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

import app.resim.account.AppSecret;
import app.resim.account.Entrance;
import app.resim.account.Factor;
import app.resim.account.PasskeyOffer;
import app.resim.account.Proven;
import app.resim.account.Staff;
import app.resim.account.StaffAccounts;
import app.resim.account.StaffFactors;
import app.resim.account.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The sign-in of staff, apart from the customers': a name and a password, then always a
 * factor. Who has none yet sets one up here, and reaches nothing before.
 */
@Controller
class StaffSignInController {

	private static final String OFFER = StaffSignInController.class.getName() + ".offer";

	private final Staff staff;

	private final StaffFactors factors;

	private final StaffSignInPages pages;

	private final StaffDoor door;

	private final StaffAccounts accounts;

	private final PlainPages plain;

	private final CurrentStaff current;

	private final Clock clock;

	StaffSignInController(Staff staff, StaffFactors factors, StaffSignInPages pages, StaffDoor door,
			StaffAccounts accounts, PlainPages plain, CurrentStaff current, Clock clock) {
		this.staff = staff;
		this.factors = factors;
		this.pages = pages;
		this.door = door;
		this.accounts = accounts;
		this.plain = plain;
		this.current = current;
		this.clock = clock;
	}

	@GetMapping(SignInPaths.STAFF)
	ResponseEntity<String> ask(HttpServletRequest request) {
		return this.current.member()
			.map(member -> this.plain.lead(StaffHome.of(member)))
			.orElseGet(() -> this.plain.show(this.pages.password(SignInWord.take(request))));
	}

	@PostMapping(SignInPaths.STAFF)
	ResponseEntity<String> enter(@RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "") String password, HttpServletRequest request) {
		if (!this.accounts.passwords()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		Optional<StaffMember> member = this.staff.check(name, password);
		if (member.isEmpty()) {
			return again(SignInWord.bad("signin.staff.wrong"), SignInPaths.STAFF, request);
		}
		return this.door.askFactor(member.get().name(), Entrance.PASSWORD, request);
	}

	@GetMapping(StaffSignInPages.FACTOR)
	ResponseEntity<String> askFactor(HttpServletRequest request) {
		return in(request, round -> {
			var ready = this.factors.of(round.name());
			if (!ready.any()) {
				return this.plain.lead(StaffSignInPages.SET_UP);
			}
			return this.plain.show(this.pages.factor(ready, AskedPasskey.keep(this.factors.ask(round.name()), request),
					SignInWord.take(request)));
		});
	}

	@PostMapping(StaffSignInPages.FACTOR)
	ResponseEntity<String> code(@RequestParam(defaultValue = "") String code, HttpServletRequest request,
			HttpServletResponse response) {
		return in(request,
				round -> this.factors.enter(round.name(), code)
					.map(proven -> seat(round, proven, request, response))
					.orElseGet(() -> again(SignInWord.bad("seats.code.wrong"), StaffSignInPages.FACTOR, request)));
	}

	@PostMapping(StaffSignInPages.PASSKEY)
	ResponseEntity<String> passkey(@RequestParam(defaultValue = "") String answer, HttpServletRequest request,
			HttpServletResponse response) {
		return in(request,
				round -> AskedPasskey.take(request)
					.flatMap(question -> this.factors.enter(round.name(), question, answer))
					.map(proven -> seat(round, proven, request, response))
					.orElseGet(() -> again(SignInWord.bad("seats.passkey.not"), StaffSignInPages.FACTOR, request)));
	}

	@GetMapping(StaffSignInPages.SET_UP)
	ResponseEntity<String> askSetUp(HttpServletRequest request) {
		return settingUp(request, round -> {
			AppSecret secret = (round.secret() != null) ? round.secret()
					: this.factors.draw(this.pages.brand(), round.name());
			round.with(secret).keep(request);
			PasskeyOffer offer = this.factors.offer(round.name());
			request.getSession().setAttribute(OFFER, offer);
			return this.plain.show(this.pages.setUp(secret, offer, SignInWord.take(request)));
		});
	}

	@PostMapping(StaffSignInPages.SET_UP)
	ResponseEntity<String> setUpApp(@RequestParam(defaultValue = "") String code, HttpServletRequest request,
			HttpServletResponse response) {
		return settingUp(request, round -> {
			boolean kept = round.secret() != null && this.factors.confirm(round.name(), round.secret(), code);
			return kept ? seat(round, fresh(Factor.AUTHENTICATOR_APP), request, response)
					: again(SignInWord.bad("ready.app.wrong"), StaffSignInPages.SET_UP, request);
		});
	}

	@PostMapping(StaffSignInPages.SET_UP_PASSKEY)
	ResponseEntity<String> setUpPasskey(@RequestParam(defaultValue = "") String answer,
			@RequestParam(defaultValue = "") String label, HttpServletRequest request, HttpServletResponse response) {
		return settingUp(request, round -> {
			boolean kept = request.getSession().getAttribute(OFFER) instanceof PasskeyOffer offer
					&& this.factors.add(round.name(), offer, answer, this.pages.labelOf(label));
			request.getSession().removeAttribute(OFFER);
			return kept ? seat(round, fresh(Factor.PASSKEY), request, response)
					: again(SignInWord.bad("seats.passkey.none"), StaffSignInPages.SET_UP, request);
		});
	}

	private Proven fresh(Factor factor) {
		return new Proven(factor, this.clock.instant(), this.clock.instant());
	}

	private ResponseEntity<String> in(HttpServletRequest request, Function<StaffRound, ResponseEntity<String>> step) {
		return StaffRound.in(request, this.clock.instant())
			.map(step)
			.orElseGet(() -> again(SignInWord.bad("seats.over"), SignInPaths.STAFF, request));
	}

	/** Only for those who have nothing: otherwise a password would make a factor. */
	private ResponseEntity<String> settingUp(HttpServletRequest request,
			Function<StaffRound, ResponseEntity<String>> step) {
		return in(request, round -> this.factors.of(round.name()).any() ? this.plain.lead(StaffSignInPages.FACTOR)
				: step.apply(round));
	}

	private ResponseEntity<String> seat(StaffRound round, Proven proven, HttpServletRequest request,
			HttpServletResponse response) {
		return this.door.seat(round.name(), round.by(), proven, request, response)
			.orElseGet(() -> again(SignInWord.bad("signin.staff.wrong"), SignInPaths.STAFF, request));
	}

	private ResponseEntity<String> again(SignInWord word, String path, HttpServletRequest request) {
		word.leave(request);
		return this.plain.lead(path);
	}

}
