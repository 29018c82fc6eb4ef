package app.resim.ui;

import java.util.List;
import java.util.Set;

/**
 * Which addresses are plain pages, written by the server without Flow.
 */
final class PlainPaths {

	/** Open to everybody. */
	static final List<String> OPEN = List.of(SignInPaths.CUSTOMERS, SignInPaths.STAFF, SignInPaths.OUT, "/signed-out",
			"/privacy", "/accessibility", "/terms", "/source", "/help", "/error");

	/** Where nothing is said about anybody. */
	private static final Set<String> HARMLESS = Set.of("/", "/privacy", "/accessibility", "/terms", "/source");

	private PlainPaths() {
	}

	static boolean include(String path) {
		return within(path, OPEN) || within(path, List.of("/demo"));
	}

	static boolean harmless(String path) {
		return HARMLESS.contains(path) || path.startsWith("/look/") || path.startsWith("/VAADIN/");
	}

	private static boolean within(String path, List<String> roots) {
		return roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
	}

}
