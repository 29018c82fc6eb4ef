package app.resim.callers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import javax.security.auth.x500.X500Principal;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who may call from outside: the holder of the agreed client certificate, which the
 * server has verified, or of a bearer token. With nothing agreed nobody may.
 */
public final class Callers implements AuthorizationManager<RequestAuthorizationContext> {

	private static final String BEARER = "Bearer ";

	private final Optional<X500Principal> subject;

	private final List<byte[]> secrets;

	/**
	 * What was agreed.
	 * @param subject the full subject of the client certificate, as RFC 2253 writes it;
	 * blank if none was agreed
	 * @param secrets bearer tokens; blank ones count for nothing
	 */
	public Callers(String subject, List<String> secrets) {
		this.subject = subject.isBlank() ? Optional.empty() : Optional.of(new X500Principal(subject));
		this.secrets = secrets.stream()
			.filter(secret -> !secret.isBlank())
			.map(secret -> secret.getBytes(StandardCharsets.UTF_8))
			.toList();
	}

	/**
	 * Whether everybody is refused.
	 * @return true if nothing was agreed
	 */
	public boolean nobody() {
		return this.subject.isEmpty() && this.secrets.isEmpty();
	}

	@Override
	public AuthorizationDecision authorize(Supplier<? extends @Nullable Authentication> nobody,
			RequestAuthorizationContext context) {
		HttpServletRequest request = context.getRequest();
		return new AuthorizationDecision(certified(request) || knowsTheSecret(request));
	}

	private boolean certified(HttpServletRequest request) {
		Object chain = request.getAttribute("jakarta.servlet.request.X509Certificate");
		return this.subject.isPresent() && chain instanceof X509Certificate[] certificates && certificates.length > 0
				&& certificates[0].getSubjectX500Principal().equals(this.subject.get());
	}

	private boolean knowsTheSecret(HttpServletRequest request) {
		String header = request.getHeader("Authorization");
		if (header == null || !header.startsWith(BEARER)) {
			return false;
		}
		byte[] shown = header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
		return this.secrets.stream().anyMatch(secret -> MessageDigest.isEqual(secret, shown));
	}

}
