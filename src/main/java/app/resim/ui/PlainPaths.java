package app.resim.ui;

import java.util.List;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Which addresses are plain pages, written by the server without Flow.
 */
final class PlainPaths {

	/** The stores of a brand: the only page that may ask where somebody is. */
	static final String SHOPS = "/shops";

	/** Open to everybody. Each is a page: what lies below is not opened with it. */
	static final List<String> OPEN = List.of(SignInPaths.CUSTOMERS, SignInPages.CODE, SignInPages.NEW_CODE,
			SignInPages.PASSKEY, SignInPages.SECOND, SignInPages.LATER, SignInPaths.STAFF, StaffSignInPages.FACTOR,
			StaffSignInPages.PASSKEY, StaffSignInPages.SET_UP, StaffSignInPages.SET_UP_PASSKEY, SessionController.STATE,
			SessionController.STAY, "/signed-out", "/privacy", "/accessibility", "/terms", "/source", "/help/not-me",
			OperatorPages.PATH, OperatorPages.PATH + "/*", SHOPS, "/error");

	/** Open to customers who have signed in. */
	static final String[] CUSTOMERS = { SignInPaths.READY + "/**", SessionController.LIST + "/**" };

	/** Open to everybody of the staff who has signed in. */
	static final String[] STAFF = { SessionController.STAFF_LIST + "/**", StaffProofPages.PROOF + "/**" };

	private static final List<String> ROOTS = List.of(SignInPaths.CUSTOMERS, SignInPaths.STAFF, SignInPaths.OUT,
			SignInPaths.READY, SessionController.STATE, SessionController.LIST, SessionController.STAFF_LIST,
			StaffProofPages.PROOF, "/signed-out", "/privacy", "/accessibility", "/terms", "/source", "/help", "/not-me",
			OperatorPages.PATH, SHOPS, "/error", "/demo");

	/**
	 * Where a script of ours speaks to the browser's keeper of passkeys, or asks it where
	 * it is.
	 */
	static final Set<String> SCRIPTED = Set.of(SignInPaths.CUSTOMERS, SignInPages.CODE, SignInPages.SECOND,
			SignInPaths.READY, StaffSignInPages.FACTOR, StaffSignInPages.SET_UP, StaffProofPages.PROOF, SHOPS);

	/** Where nothing is said about anybody. */
	private static final Set<String> HARMLESS = Set.of("/", "/privacy", "/accessibility", "/terms", "/source",
			OperatorPages.PATH);

	private PlainPaths() {
	}

	/**
	 * The path that a request leads to, however it is spelled.
	 * @param request as it came
	 * @return decoded, without parameters, within this application
	 */
	static String of(HttpServletRequest request) {
		return request.getServletPath() + ((request.getPathInfo() != null) ? request.getPathInfo() : "");
	}

	static boolean include(String path) {
		return ROOTS.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
	}

	static boolean harmless(String path) {
		return HARMLESS.contains(path) || path.startsWith("/look/") || path.startsWith("/VAADIN/");
	}

}
