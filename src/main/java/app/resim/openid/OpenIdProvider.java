package app.resim.openid;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClientException;

/**
 * One provider of accounts: the way of a browser to it and back (authorization code with
 * PKCE, state and nonce).
 */
public final class OpenIdProvider {

	private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);

	/** How old a sign-in there may be: whoever finds an open browser gets nothing. */
	private static final Duration YOUNG = Duration.ofMinutes(5);

	/** The way back takes its time. */
	private static final Duration ASKED = Duration.ofMinutes(4);

	/** How long one may take to sign in there. */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	/** How far clocks may lie apart. */
	private static final Duration SKEW = Duration.ofMinutes(1);

	/** How many may wait for the provider at the same time; it takes no more threads. */
	private static final int PLACES = 16;

	private final String id;

	private final Agreed agreed;

	private final URI back;

	private final Clock clock;

	private final Duration patience;

	private final Semaphore places = new Semaphore(PLACES);

	private volatile @Nullable Protocol known;

	OpenIdProvider(String id, Agreed agreed, URI back, Clock clock, Duration patience) {
		this.id = id;
		this.agreed = agreed;
		this.back = back;
		this.clock = clock;
		this.patience = patience;
	}

	/**
	 * What its accounts are called.
	 * @return as on the button; empty if no name is set
	 */
	public Optional<String> name() {
		return Optional.of(this.agreed.name()).filter(name -> !name.isBlank());
	}

	/**
	 * Whether an account can be more than a password.
	 * @return true if the settings say what a strong proof is
	 */
	public boolean mayBeStrong() {
		return this.agreed.mayBeStrong();
	}

	/**
	 * Prepares the way of a browser to the provider.
	 * @param request of the browser
	 * @param again whether somebody who is signed in here has to sign in there anew
	 * @return where it leads
	 */
	public Departure depart(HttpServletRequest request, boolean again) {
		return waiting(() -> leave(protocol(), request, again), new Departure.Away());
	}

	private Departure leave(Protocol protocol, HttpServletRequest request, boolean again) {
		var resolver = new DefaultOAuth2AuthorizationRequestResolver(any -> protocol.client());
		resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
			.andThen(asked -> asked.additionalParameters(parameters -> parameters.putAll(wishes(again)))));
		OAuth2AuthorizationRequest asked = Objects.requireNonNull(resolver.resolve(request, this.id));
		return new Departure.Leave(URI.create(asked.getAuthorizationRequestUri()),
				new Journey(asked, this.clock.instant(), again));
	}

	private Map<String, Object> wishes(boolean again) {
		Map<String, Object> young = again ? Map.of("max_age", "0", "prompt", "login")
				: Map.of("max_age", Long.toString(ASKED.toSeconds()));
		if (this.agreed.strongAcr().isEmpty()) {
			return young;
		}
		var wishes = new HashMap<>(young);
		wishes.put("acr_values", String.join(" ", this.agreed.strongAcr()));
		return wishes;
	}

	/**
	 * Checks what a browser brought back.
	 * @param journey what it had left for, taken out of the session: it serves once
	 * @param brought parameters of the request
	 * @return who it is, or why not
	 */
	public Arrival arrive(Journey journey, Map<String, String[]> brought) {
		if (this.clock.instant().isAfter(journey.begunAt().plus(PATIENCE)) || !brought.containsKey("code")
				|| !single(brought, "iss").map(this.agreed.issuer()::equals).orElse(true)) {
			return new Arrival.Refused();
		}
		OAuth2AuthorizationResponse answer = OAuth2AuthorizationResponse.success(single(brought, "code").orElse(""))
			.redirectUri(this.back.toString())
			.state(single(brought, "state").orElse(""))
			.build();
		return waiting(() -> check(protocol(), journey, answer), new Arrival.Away());
	}

	private Arrival check(Protocol protocol, Journey journey, OAuth2AuthorizationResponse answer) {
		try {
			Authentication told = protocol.door()
				.authenticate(new OAuth2LoginAuthenticationToken(protocol.client(),
						new OAuth2AuthorizationExchange(journey.asked(), answer)));
			return (told != null && told.getPrincipal() instanceof OidcUser user) ? young(journey, user.getIdToken())
					: new Arrival.Refused();
		}
		catch (OAuth2AuthenticationException ex) {
			return refused(ex, ex.getError().getErrorCode());
		}
		catch (OAuth2AuthorizationException ex) {
			return refused(ex, ex.getError().getErrorCode());
		}
	}

	/** The code is from a list of the standard; what else was said stays unsaid. */
	private static Arrival refused(Throwable ex, String code) {
		boolean away = causes(ex).anyMatch(cause -> cause instanceof IOException
				|| (cause instanceof JwtException && !(cause instanceof BadJwtException)));
		LOG.warn("A sign-in with the operator's account failed: {}",
				away ? "no answer" : code.matches("[a-z_]{1,40}") ? code : "unknown reason");
		return away ? new Arrival.Away() : new Arrival.Refused();
	}

	private static Stream<Throwable> causes(Throwable ex) {
		return Stream.iterate(ex, Objects::nonNull, Throwable::getCause).limit(20);
	}

	private Arrival young(Journey journey, OidcIdToken token) {
		Instant now = this.clock.instant();
		Instant at = token.getAuthenticatedAt();
		if (at == null) {
			LOG.warn("The provider does not say when somebody signed in: its tokens need the claim auth_time");
			return new Arrival.Stale();
		}
		Instant earliest = journey.again() ? journey.begunAt().minus(SKEW) : now.minus(YOUNG);
		if (at.isBefore(earliest) || at.isBefore(now.minus(YOUNG)) || at.isAfter(now.plus(SKEW))) {
			return new Arrival.Stale();
		}
		List<String> methods = Optional.ofNullable(token.getAuthenticationMethods()).orElse(List.of());
		boolean strong = this.agreed.strong(token.getAuthenticationContextClass(), methods);
		return new Arrival.Known(new Identity(this.agreed.issuer(), token, at.isAfter(now) ? now : at, strong));
	}

	private Protocol protocol() {
		Protocol before = this.known;
		if (before != null) {
			return before;
		}
		Protocol found = Protocol.discover(this.id, this.agreed, this.back, this.clock, this.patience);
		this.known = found;
		return found;
	}

	private <T> T waiting(Supplier<T> call, T away) {
		if (!this.places.tryAcquire()) {
			LOG.warn("Too many wait for the provider of accounts of {}", this.id);
			return away;
		}
		try {
			return call.get();
		}
		catch (RestClientException | IllegalStateException | IllegalArgumentException | AuthenticationException ex) {
			LOG.warn("The provider of accounts of {} does not answer as it should: {}", this.id,
					ex.getClass().getSimpleName());
			return away;
		}
		finally {
			this.places.release();
		}
	}

	private static Optional<String> single(Map<String, String[]> brought, String name) {
		String[] found = brought.get(name);
		return (found != null && found.length == 1) ? Optional.of(found[0]) : Optional.empty();
	}

}
