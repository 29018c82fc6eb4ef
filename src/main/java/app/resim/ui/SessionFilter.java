package app.resim.ui;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import app.resim.account.SessionState;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks with every request whether its session is still open: pages, what Flow sends and
 * asks in the background, and the start of a push connection. A person does something
 * when a page is loaded or a form is sent; what a page does by itself keeps no session
 * alive. What happens inside a Flow page is told by {@code staying.js}. A browser that
 * asks for a page and whose session was on a node that is gone goes on here.
 */
class SessionFilter extends OncePerRequestFilter {

	/**
	 * Files for everybody; and the question whether a session is over, which does not end
	 * it: the page that is loaded next does, and says why.
	 */
	private static final List<String> UNTOUCHED = List.of("/look/", "/VAADIN/build/", "/VAADIN/static/",
			SessionController.STATE);

	/** Pages that load themselves again and again, and what pages ask by themselves. */
	private static final List<String> BY_ITSELF = List.of("/VAADIN/", "/demo/");

	private final SessionKeeper keeper;

	private final Resuming resuming;

	SessionFilter(SessionKeeper keeper, Resuming resuming) {
		this.keeper = keeper;
		this.resuming = resuming;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return UNTOUCHED.stream().anyMatch(path(request)::startsWith);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession http = request.getSession(false);
		Optional<SessionState> state = Optional.ofNullable(http)
			.flatMap(found -> this.keeper.state(found, deed(request)));
		if (http != null && state.orElse(null) instanceof SessionState.Over(SessionState.Why why)) {
			this.keeper.end(http, response);
			http.invalidate();
			SecurityContextHolder.clearContext();
			SignInWord.over(why).leave(request);
		}
		else if (state.isEmpty() && deed(request) && "GET".equals(request.getMethod())) {
			this.resuming.seat(request, response);
		}
		chain.doFilter(request, response);
	}

	private static boolean deed(HttpServletRequest request) {
		return navigates(request.getHeader("Sec-Fetch-Mode")) && !ofFlow(request.getQueryString())
				&& BY_ITSELF.stream().noneMatch(path(request)::startsWith);
	}

	/** Browsers tell; whatever does not is taken at its word. */
	private static boolean navigates(@Nullable String mode) {
		return mode == null || mode.equals("navigate");
	}

	private static boolean ofFlow(@Nullable String query) {
		return query != null && query.contains("v-r=");
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

}
