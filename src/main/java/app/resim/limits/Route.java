package app.resim.limits;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A method and a path, which may end in {@code /**} or ask for a parameter of the query.
 *
 * @param text as written: {@code GET /sign-in?again}
 * @param method the HTTP method
 * @param path without the ending
 * @param below whether what lies below is meant too
 * @param parameter that the query must have
 */
record Route(String text, String method, String path, boolean below, Optional<String> parameter) {

	private static final String BELOW = "/**";

	static Route read(String text) {
		String[] words = text.split("[ ?]");
		boolean below = words[1].endsWith(BELOW);
		String path = below ? words[1].substring(0, words[1].length() - BELOW.length()) : words[1];
		return new Route(text, words[0], path, below, (words.length > 2) ? Optional.of(words[2]) : Optional.empty());
	}

	/** Whoever asks for the head of an answer lets all the work be done. */
	private static String method(HttpServletRequest request) {
		return request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
	}

	boolean fits(HttpServletRequest request) {
		// decoded: an address that is spelled otherwise leads to the same place
		String asked = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
		return (asked.equals(this.path) || asked.equals(this.path + "/")
				|| (this.below && asked.startsWith(this.path + "/"))) && this.method.equals(method(request))
				&& this.parameter.map(name -> request.getParameter(name) != null).orElse(true);
	}

}
