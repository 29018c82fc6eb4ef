package app.resim.limits;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import static app.resim.limits.Scope.ACCOUNT;
import static app.resim.limits.Scope.ADDRESS;
import static app.resim.limits.Scope.EVERYBODY;
import static app.resim.limits.Scope.LINE;

/**
 * All that guesses, sends or costs, and how often it may be done: the one table of
 * limits. What is named by routes is counted before anything else looks at the request;
 * the rest is counted where it is done.
 *
 * <p>
 * An address may be a whole office or the exit of a mobile network, so it may do more
 * than a person needs. A person's own tries are counted more narrowly elsewhere: five for
 * a code, and waits that grow for passwords and printed codes.
 */
public enum Deed {

	/** Asking for a code by mail. */
	ASK_CODE(routes("POST /sign-in", "POST /sign-in/code/new", "GET /sign-in?again"), of(ADDRESS, 60, quarter()),
			of(ACCOUNT, 20, hour()), of(EVERYBODY, 6_000, hour())),

	/** Entering a mailed code. */
	ENTER_CODE(routes("POST /sign-in/code"), of(ADDRESS, 120, quarter()), of(EVERYBODY, 20_000, hour())),

	/** Signing in with a passkey. */
	PASSKEY(routes("POST /sign-in/passkey"), of(ADDRESS, 60, quarter()), of(EVERYBODY, 20_000, hour())),

	/** A second code, from an app or a printed list. */
	SECOND(routes("POST /sign-in/second"), of(ADDRESS, 60, quarter()), of(ACCOUNT, 30, hour()),
			of(EVERYBODY, 10_000, hour())),

	/** Adding and removing factors. */
	FACTORS(routes("POST /ready/**"), of(ADDRESS, 120, quarter()), of(ACCOUNT, 60, hour()),
			of(EVERYBODY, 10_000, hour())),

	/**
	 * Signing in with an account of the operator: each leg asks the operator's provider.
	 */
	OPERATOR_ACCOUNT(routes("GET /sign-in/operator", "GET /sign-in/operator/back", "GET /staff/sign-in/operator",
			"GET /staff/sign-in/operator/back"), of(ADDRESS, 60, quarter()), of(EVERYBODY, 20_000, hour())),

	/** A password of staff, and what they prove besides. */
	STAFF_SIGN_IN(routes("POST /staff/sign-in/**", "POST /staff/proof/**"), of(ADDRESS, 60, quarter()),
			of(EVERYBODY, 2_000, hour())),

	/**
	 * Going on after the node of a session is gone. Nobody guesses such a token; a whole
	 * office comes at once.
	 */
	RESUME(none(), of(ADDRESS, 600, quarter()), of(EVERYBODY, 1_000_000, hour())),

	/** Sending a file. */
	UPLOAD(routes("POST /VAADIN/dynamic/resource/**"), of(ADDRESS, 300, hour()), of(ACCOUNT, 120, hour()),
			of(EVERYBODY, 20_000, hour())),

	/** The operator's own back end asks for an export or an erasure. */
	PRIVACY(routes("GET /api/privacy/**", "POST /api/privacy/**"), of(ADDRESS, 120, hour()),
			of(EVERYBODY, 1_000, hour())),

	/** The SM-DP+ reports an installation. */
	PROGRESS(routes("POST /gsma/**"), of(ADDRESS, 1_200, minute()), of(EVERYBODY, 2_400, minute())),

	/**
	 * Stopping a request by the link of a notice, without signing in. Nobody guesses such
	 * a link; all together may do it so often that no thief uses it up for the owners.
	 */
	VETO(routes("GET /not-me/**", "POST /not-me/**"), of(ADDRESS, 60, quarter()), of(EVERYBODY, 1_000_000, hour())),

	/** Asking to be called back. */
	CALL_BACK(routes("POST /help/call-back"), of(ADDRESS, 30, hour()), of(EVERYBODY, 3_000, hour())),

	/**
	 * Having one number or mailbox called or written to, whoever asks for it: nobody lets
	 * us disturb somebody else.
	 */
	CALL_SOMEBODY(none(), of(ACCOUNT, 3, day()), of(EVERYBODY, 10_000, day())),

	/** Asking how to find a number that was forgotten. */
	FORGOTTEN_NUMBER(routes("POST /help/forgotten-number"), of(ADDRESS, 20, hour()), of(EVERYBODY, 3_000, hour())),

	/** The letter to whoever it is. Whoever asks for more is told what all are told. */
	MAIL_REMINDER(none(), of(ACCOUNT, 3, day()), of(EVERYBODY, 10_000, day())),

	/** Sending a request. */
	SUBMIT(none(), of(ACCOUNT, 20, hour()), of(LINE, 10, hour()), of(EVERYBODY, 5_000, hour())),

	/** Stopping a line. */
	STOP_LINE(none(), of(ACCOUNT, 10, hour()), of(LINE, 5, hour()), of(EVERYBODY, 5_000, hour())),

	/** Booking or moving an appointment in a shop. */
	BOOK_VISIT(none(), of(ACCOUNT, 30, hour()), of(EVERYBODY, 10_000, hour())),

	/** Asking whether a model, an EID or an IMEI fits. */
	CHECK_DEVICE(none(), of(ACCOUNT, 60, hour()), of(EVERYBODY, 20_000, hour())),

	/** Making a code for a phone that takes a picture. */
	MAKE_HANDOVER(none(), of(ACCOUNT, 10, quarter()), of(EVERYBODY, 10_000, hour())),

	/** Showing such a code. */
	READ_HANDOVER(none(), of(ADDRESS, 60, quarter()), of(EVERYBODY, 10_000, hour())),

	/** A mail with a code. Whoever asks for more is told what all are told. */
	MAIL_CODE(none(), of(ACCOUNT, 30, day()), of(EVERYBODY, 30_000, day())),

	/** Any message that leaves, with a code or without. One too many is sent later. */
	MESSAGE(none(), of(EVERYBODY, 60_000, day()));

	private final List<Route> routes;

	private final List<Allowance> allowances;

	Deed(List<Route> routes, Allowance... allowances) {
		this.routes = routes;
		this.allowances = List.of(allowances);
	}

	/**
	 * From the narrowest to the widest: one caller's surplus uses up nothing of others.
	 */
	List<Allowance> allowances() {
		return this.allowances;
	}

	/**
	 * What a request does.
	 * @param request as it came
	 * @return the deed, or empty if its number is not limited
	 */
	static Optional<Deed> of(HttpServletRequest request) {
		return Arrays.stream(values())
			.filter(deed -> deed.routes.stream().anyMatch(route -> route.fits(request)))
			.findFirst();
	}

	List<String> routes() {
		return this.routes.stream().map(Route::text).toList();
	}

	private static List<Route> routes(String... written) {
		return Arrays.stream(written).map(Route::read).toList();
	}

	private static List<Route> none() {
		return List.of();
	}

	private static Allowance of(Scope scope, int times, Duration span) {
		return new Allowance(scope, times, span);
	}

	private static Duration minute() {
		return Duration.ofMinutes(1);
	}

	private static Duration quarter() {
		return Duration.ofMinutes(15);
	}

	private static Duration hour() {
		return Duration.ofHours(1);
	}

	private static Duration day() {
		return Duration.ofDays(1);
	}

}
