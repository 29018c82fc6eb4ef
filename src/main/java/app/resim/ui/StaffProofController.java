package app.resim.ui;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import app.resim.account.AppSecret;
import app.resim.account.PasskeyOffer;
import app.resim.account.Proven;
import app.resim.account.ResetAsked;
import app.resim.account.StaffFactors;
import app.resim.account.StaffMember;
import app.resim.account.StaffMember.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where members of staff change what they prove besides the password. Every change wants
 * a factor of the last five minutes.
 */
@Controller
class StaffProofController {

	private static final String OFFER = StaffProofController.class.getName() + ".offer";

	private static final String SECRET = StaffProofController.class.getName() + ".secret";

	private final StaffFactors factors;

	private final StaffSignInPages signIn;

	private final StaffProofPages pages;

	private final SignInDesk desk;

	private final PlainPages plain;

	private final CurrentStaff current;

	StaffProofController(StaffFactors factors, StaffSignInPages signIn, StaffProofPages pages, SignInDesk desk,
			PlainPages plain, CurrentStaff current) {
		this.factors = factors;
		this.signIn = signIn;
		this.pages = pages;
		this.desk = desk;
		this.plain = plain;
		this.current = current;
	}

	@GetMapping(StaffProofPages.PROOF)
	ResponseEntity<String> show(HttpServletRequest request) {
		String me = this.current.name();
		Optional<SignInWord> word = SignInWord.take(request);
		if (!isFresh()) {
			return this.plain
				.show(this.pages.prove(this.factors.of(me), AskedPasskey.keep(this.factors.ask(me), request), word));
		}
		PasskeyOffer offer = this.factors.offer(me);
		request.getSession().setAttribute(OFFER, offer);
		return this.plain.show(this.pages.change(this.factors.of(me), secret(me, request), offer, resets(), word));
	}

	/** The same one until it is used: the app has scanned it perhaps. */
	private AppSecret secret(String me, HttpServletRequest request) {
		if (request.getSession().getAttribute(SECRET) instanceof AppSecret secret) {
			return secret;
		}
		AppSecret drawn = this.factors.draw(this.signIn.brand(), me);
		request.getSession().setAttribute(SECRET, drawn);
		return drawn;
	}

	/** Those that the reader may confirm. */
	private List<ResetAsked> resets() {
		StaffMember me = this.current.signedIn();
		boolean worksOnCases = me.roles().stream().anyMatch(List.of(Role.SENIOR, Role.REVIEWER, Role.FRAUD)::contains);
		return this.factors.resetsAsked()
			.stream()
			.filter(asked -> worksOnCases && !asked.by().equals(me.name()) && !asked.name().equals(me.name()))
			.toList();
	}

	@PostMapping(StaffProofPages.CODE)
	ResponseEntity<String> code(@RequestParam(defaultValue = "") String code, HttpServletRequest request,
			HttpServletResponse response) {
		return proven(this.factors.enter(this.current.name(), code), "seats.code.wrong", request, response);
	}

	@PostMapping(StaffProofPages.PASSKEY)
	ResponseEntity<String> passkey(@RequestParam(defaultValue = "") String answer, HttpServletRequest request,
			HttpServletResponse response) {
		return proven(
				AskedPasskey.take(request)
					.flatMap(question -> this.factors.enter(this.current.name(), question, answer)),
				"seats.passkey.not", request, response);
	}

	private ResponseEntity<String> proven(Optional<Proven> proven, String otherwise, HttpServletRequest request,
			HttpServletResponse response) {
		proven.ifPresentOrElse(
				shown -> this.desk.seat(this.current.seat().orElseThrow().showing(shown), request, response),
				() -> SignInWord.bad(otherwise).leave(request));
		return this.plain.lead(StaffProofPages.PROOF);
	}

	@PostMapping(StaffProofPages.APP)
	ResponseEntity<String> addApp(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
		return changing(request, me -> {
			boolean kept = request.getSession().getAttribute(SECRET) instanceof AppSecret secret
					&& this.factors.confirm(me, secret, code);
			if (kept) {
				request.getSession().removeAttribute(SECRET);
			}
			return kept ? SignInWord.good("ready.app.added") : SignInWord.bad(StaffProofPages.WRONG_CODE);
		});
	}

	@PostMapping(StaffProofPages.APP_GONE)
	ResponseEntity<String> removeApp(HttpServletRequest request) {
		return changing(request, me -> removed(this.factors.removeApp(me)));
	}

	@PostMapping(StaffProofPages.PASSKEYS)
	ResponseEntity<String> addPasskey(@RequestParam(defaultValue = "") String answer,
			@RequestParam(defaultValue = "") String label, HttpServletRequest request) {
		return changing(request, me -> {
			boolean kept = request.getSession().getAttribute(OFFER) instanceof PasskeyOffer offer
					&& this.factors.add(me, offer, answer, this.signIn.labelOf(label));
			request.getSession().removeAttribute(OFFER);
			return kept ? SignInWord.good("ready.passkey.added") : SignInWord.bad("seats.passkey.none");
		});
	}

	@PostMapping(StaffProofPages.PASSKEY_GONE)
	ResponseEntity<String> removePasskey(@RequestParam UUID passkey, HttpServletRequest request) {
		return changing(request, me -> removed(this.factors.remove(me, passkey)));
	}

	@PostMapping(StaffProofPages.RESET)
	ResponseEntity<String> reset(@RequestParam(defaultValue = "") String name, HttpServletRequest request) {
		return changing(request, me -> this.factors.confirmReset(name, me) ? SignInWord.good("seats.own.reset.done")
				: SignInWord.bad("seats.own.reset.not"));
	}

	private static SignInWord removed(boolean removed) {
		return removed ? SignInWord.good("ready.removed") : SignInWord.bad("seats.own.last");
	}

	private ResponseEntity<String> changing(HttpServletRequest request, Function<String, SignInWord> deed) {
		if (isFresh()) {
			deed.apply(this.current.name()).leave(request);
		}
		return this.plain.lead(StaffProofPages.PROOF);
	}

	private boolean isFresh() {
		return this.factors.isFresh(this.current.provenAt());
	}

}
