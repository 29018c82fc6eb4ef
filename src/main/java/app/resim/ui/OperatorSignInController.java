package app.resim.ui;

import java.util.List;

import app.resim.account.AccountAnswer;
import app.resim.account.OperatorAccounts;
import app.resim.openid.Identity;
import app.resim.openid.OpenId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Customers who sign in with the account that they have with the operator. Without the
 * setting none of this exists.
 *
 * @see "decision 0023"
 */
@Controller
@Conditional(Offered.ToCustomers.class)
class OperatorSignInController {

	static final String START = SignInPaths.CUSTOMERS + "/operator";

	private final OpenId openId;

	private final OperatorAccounts accounts;

	private final CustomerDoor door;

	private final PlainPages plain;

	private final CurrentCustomer customer;

	OperatorSignInController(OpenId openId, OperatorAccounts accounts, CustomerDoor door, PlainPages plain,
			CurrentCustomer customer) {
		this.openId = openId;
		this.accounts = accounts;
		this.door = door;
		this.plain = plain;
		this.customer = customer;
	}

	@GetMapping(START)
	ResponseEntity<String> leave(HttpServletRequest request) {
		return journeys(request).leave(request, this.customer.signedIn());
	}

	@GetMapping(OpenId.CUSTOMERS_BACK)
	ResponseEntity<String> arrive(HttpServletRequest request, HttpServletResponse response) {
		return journeys(request).arrive(request, identity -> enter(identity, request, response));
	}

	private ResponseEntity<String> enter(Identity identity, HttpServletRequest request, HttpServletResponse response) {
		return switch (this.accounts.enter(identity)) {
			case AccountAnswer.Known(var who, var proven) when isOrBecomes(who.subscriber()) ->
				this.door.enter(who, proven, request, response);
			case AccountAnswer.Known _ -> again("openid.other", request);
			case AccountAnswer.Unknown() -> again("openid.unknown", request);
		};
	}

	/** Who is asked to prove again does not become somebody else. */
	private boolean isOrBecomes(String who) {
		return !this.customer.signedIn() || this.customer.id().subscriber().equals(who);
	}

	private Journeys journeys(HttpServletRequest request) {
		return new Journeys(this.openId.customers().orElseThrow(), "customers", key -> again(key, request));
	}

	private ResponseEntity<String> again(String key, HttpServletRequest request) {
		SignInWord.warning(key).leave(request);
		return this.plain.lead(this.door.here(request));
	}

	@Configuration
	@Conditional(Offered.ToCustomers.class)
	static class Paths {

		@Bean
		OpenPaths pathsOfOperatorAccounts() {
			return new OpenPaths(List.of(START, OpenId.CUSTOMERS_BACK));
		}

	}

}
