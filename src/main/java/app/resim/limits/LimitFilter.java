package app.resim.limits;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts requests before any door looks at them: a wrong token costs a turn too.
 */
@Component
@Order(LimitFilter.BEFORE_THE_DOORS)
class LimitFilter extends OncePerRequestFilter {

	/** Spring Security's chains stand at -100. */
	static final int BEFORE_THE_DOORS = -110;

	private final Limits limits;

	LimitFilter(Limits limits) {
		this.limits = limits;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Deed> deed = Deed.of(request);
		if (deed.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		switch (this.limits.take(deed.get(), asker(request))) {
			case Turn.Granted() -> chain.doFilter(request, response);
			case Turn.TooOften(var wait) -> refuse(response, HttpStatus.TOO_MANY_REQUESTS, wait);
			case Turn.Uncounted(var wait) -> refuse(response, HttpStatus.SERVICE_UNAVAILABLE, wait);
		}
	}

	private static Asker asker(HttpServletRequest request) {
		Asker asker = Asker.at(request.getRemoteAddr());
		return account(request).map(asker::andAccount).orElse(asker);
	}

	private static Optional<String> account(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return Optional.ofNullable(session)
			.map(found -> found.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
			.map(SecurityContext.class::cast)
			.map(SecurityContext::getAuthentication)
			.map(Authentication::getName);
	}

	private static void refuse(HttpServletResponse response, HttpStatus status, Duration wait) throws IOException {
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
		response.sendError(status.value());
	}

}
