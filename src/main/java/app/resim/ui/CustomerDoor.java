package app.resim.ui;

import java.util.Optional;

import app.resim.account.Factors;
import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.kernel.SubscriberId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Lets customers in, by whatever they have proven, and leads them to where they wanted to
 * go.
 */
@Component
class CustomerDoor {

	static final String HOME = "/lines";

	private final Factors factors;

	private final SignInDesk desk;

	private final PlainPages plain;

	private final CurrentCustomer customer;

	private final BrowserCookie browsers;

	private final BrandChoice brands;

	CustomerDoor(Factors factors, SignInDesk desk, PlainPages plain, CurrentCustomer customer, BrowserCookie browsers,
			BrandChoice brands) {
		this.brands = brands;
		this.factors = factors;
		this.desk = desk;
		this.plain = plain;
		this.customer = customer;
		this.browsers = browsers;
	}

	/** Who comes in and could show more is asked for it. */
	ResponseEntity<String> enter(SubscriberId who, Proven proven, HttpServletRequest request,
			HttpServletResponse response) {
		boolean first = !this.customer.signedIn();
		seat(who, proven, request, response);
		if (first) {
			this.brands.settle(who, request, response);
		}
		return (first && this.factors.of(who).secondCode()) ? this.plain.lead(SignInPages.SECOND)
				: goOn(request, response);
	}

	/** Adds to what this browser's customer has proven; another customer begins anew. */
	void seat(SubscriberId who, Proven proven, HttpServletRequest request, HttpServletResponse response) {
		Proof proof = (this.customer.signedIn() && this.customer.id().equals(who)) ? this.customer.proof().and(proven)
				: Proof.of(who, proven).from(this.browsers.note(who, request, response));
		this.desk.seat(new CustomerSeat(proof), request, response);
	}

	ResponseEntity<String> goOn(HttpServletRequest request, HttpServletResponse response) {
		Optional<String> back = SignInRound.in(request).flatMap(round -> Optional.ofNullable(round.wanted()));
		SignInRound.forget(request);
		String wanted = this.desk.takeWanted(request, response).orElse(HOME);
		return this.plain.lead(back.orElse(wanted));
	}

	/** The page of sign-in that somebody is at, to be told what went wrong. */
	String here(HttpServletRequest request) {
		if (!this.customer.signedIn()) {
			return SignInPaths.CUSTOMERS;
		}
		return SignInRound.in(request).isPresent() ? SignInPages.CODE : SignInPages.SECOND;
	}

}
