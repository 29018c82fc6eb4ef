package app.resim.ui;

import java.net.URI;
import java.util.Optional;

import app.resim.account.SessionId;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Gives somebody who has proved who they are their seat: a new session id, a new form
 * token, the authentication in the session; and knows which page they wanted.
 */
class SignInDesk {

	private final SecurityContextRepository contexts;

	private final CsrfAuthenticationStrategy newToken;

	private final ChangeSessionIdAuthenticationStrategy newSessionId = new ChangeSessionIdAuthenticationStrategy();

	private final VaadinDefaultRequestCache wanted;

	private final SessionKeeper keeper;

	SignInDesk(SecurityContextRepository contexts, CsrfTokenRepository tokens, VaadinDefaultRequestCache wanted,
			SessionKeeper keeper) {
		this.keeper = keeper;
		this.contexts = contexts;
		this.newToken = new CsrfAuthenticationStrategy(tokens);
		this.wanted = wanted;
	}

	void seat(Authentication somebody, HttpServletRequest request, HttpServletResponse response) {
		sit(somebody, request, response);
		this.keeper.take(somebody, request, response);
	}

	/** Somebody whose session has lost its node: nothing was proven anew. */
	void seatAgain(Authentication somebody, SessionId session, HttpServletRequest request,
			HttpServletResponse response) {
		sit(somebody, request, response);
		this.keeper.goOn(session, somebody, request);
	}

	private void sit(Authentication somebody, HttpServletRequest request, HttpServletResponse response) {
		this.newSessionId.onAuthentication(somebody, request, response);
		this.newToken.onAuthentication(somebody, request, response);
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(somebody);
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
	}

	/**
	 * The page that somebody wanted before they were sent to sign in; asking forgets it.
	 */
	Optional<String> takeWanted(HttpServletRequest request, HttpServletResponse response) {
		Optional<String> page = wanted(request, response);
		this.wanted.removeRequest(request, response);
		if (request.getSession(false) != null) {
			request.getSession().removeAttribute(BrowserSecurity.WANTED_IN_FLOW);
		}
		return page;
	}

	/** Remembers the page to come back to, in place of an earlier one. */
	void want(String page, HttpServletRequest request, HttpServletResponse response) {
		this.wanted.removeRequest(request, response);
		request.getSession().setAttribute(BrowserSecurity.WANTED_IN_FLOW, page);
	}

	Optional<String> wanted(HttpServletRequest request, HttpServletResponse response) {
		SavedRequest saved = this.wanted.getRequest(request, response);
		if (saved != null) {
			URI address = URI.create(saved.getRedirectUrl());
			return ours(address.getRawPath());
		}
		if (request.getSession(false) != null
				&& request.getSession().getAttribute(BrowserSecurity.WANTED_IN_FLOW) instanceof String path) {
			return ours(path.startsWith("/") ? path : "/" + path);
		}
		return Optional.empty();
	}

	/**
	 * A path of ours, and nothing that a browser would take for another site.
	 */
	static Optional<String> ours(@Nullable String path) {
		boolean fits = path != null && path.length() <= 500 && path.startsWith("/") && !path.startsWith("//")
				&& path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != '"' && c != '<');
		return fits ? Optional.ofNullable(path) : Optional.empty();
	}

}
