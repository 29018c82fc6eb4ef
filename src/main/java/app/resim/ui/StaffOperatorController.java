package app.resim.ui;

import java.time.Instant;
import java.util.List;

import app.resim.account.Entrance;
import app.resim.account.Factor;
import app.resim.account.Proven;
import app.resim.account.StaffAccounts;
import app.resim.account.StaffAnswer;
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
 * Staff who sign in with an account of the operator's own provider. Where the provider
 * does not show a second factor, Resim asks for its own. Without the setting none of this
 * exists.
 *
 * @see "decision 0023"
 */
@Controller
@Conditional(Offered.ToStaff.class)
class StaffOperatorController {

	static final String START = SignInPaths.STAFF + "/operator";

	private final OpenId openId;

	private final StaffAccounts accounts;

	private final StaffDoor door;

	private final PlainPages plain;

	StaffOperatorController(OpenId openId, StaffAccounts accounts, StaffDoor door, PlainPages plain) {
		this.openId = openId;
		this.accounts = accounts;
		this.door = door;
		this.plain = plain;
	}

	@GetMapping(START)
	ResponseEntity<String> leave(HttpServletRequest request) {
		return journeys(request).leave(request, false);
	}

	@GetMapping(OpenId.STAFF_BACK)
	ResponseEntity<String> arrive(HttpServletRequest request, HttpServletResponse response) {
		return journeys(request).arrive(request, identity -> enter(identity, request, response));
	}

	private ResponseEntity<String> enter(Identity identity, HttpServletRequest request, HttpServletResponse response) {
		return switch (this.accounts.enter(identity)) {
			case StaffAnswer.Known(var member) when identity.strong() ->
				this.door.seat(member.name(), Entrance.OPERATOR_ACCOUNT, proven(identity), request, response)
					.orElseGet(() -> again("openid.staff.unknown", request));
			case StaffAnswer.Known(var member) ->
				this.door.askFactor(member.name(), Entrance.OPERATOR_ACCOUNT, request);
			case StaffAnswer.Refused() -> again("openid.staff.unknown", request);
		};
	}

	private static Proven proven(Identity identity) {
		return new Proven(Factor.STRONG_OPERATOR_ACCOUNT, identity.provenAt(), Instant.EPOCH);
	}

	private Journeys journeys(HttpServletRequest request) {
		return new Journeys(this.openId.staff().orElseThrow(), "staff", key -> again(key, request));
	}

	private ResponseEntity<String> again(String key, HttpServletRequest request) {
		SignInWord.warning(key.startsWith("openid.staff") ? key : key.replace("openid.", "openid.staff."))
			.leave(request);
		return this.plain.lead(SignInPaths.STAFF);
	}

	@Configuration
	@Conditional(Offered.ToStaff.class)
	static class Paths {

		@Bean
		OpenPaths pathsOfStaffAccounts() {
			return new OpenPaths(List.of(START, OpenId.STAFF_BACK));
		}

	}

}
