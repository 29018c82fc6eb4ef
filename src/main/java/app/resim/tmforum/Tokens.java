package app.resim.tmforum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The token by which Resim itself is known (OAuth2 client credentials). One serves for
 * everybody until it is used up or refused.
 */
final class Tokens {

	/** Tokens of which nobody says how long they live. */
	private static final Duration SHORT = Duration.ofSeconds(1);

	private final RestClientClientCredentialsTokenResponseClient giver = new RestClientClientCredentialsTokenResponseClient();

	private final ClientRegistration ourselves;

	private final Duration patience;

	private final Clock clock;

	private final ReentrantLock turn = new ReentrantLock();

	private volatile @Nullable Held held;

	Tokens(TmForumProperties agreed, ClientHttpRequestFactory caller, Clock clock) {
		this.giver.setRestClient(RestClient.builder()
			.requestFactory(caller)
			.configureMessageConverters(converters -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		this.ourselves = ClientRegistration.withRegistrationId("tmforum")
			.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
			.clientId(agreed.clientId())
			.clientSecret(agreed.clientSecret())
			.tokenUri(agreed.tokenUrl())
			.scope(agreed.scopes())
			.build();
		this.patience = agreed.oneCall();
		this.clock = clock;
	}

	/**
	 * A token that should be good.
	 * @param last the one that was refused just now, if any
	 * @param left how long there is for it
	 * @return another one than the refused
	 */
	String token(@Nullable String last, Patience left) {
		Held now = this.held;
		if (now != null && now.serves(last, this.clock.instant())) {
			return now.token();
		}
		left.beforeACall();
		if (!myTurn()) {
			throw new BackEndFault("no-token", true);
		}
		try {
			Held meanwhile = this.held;
			if (meanwhile == null || !meanwhile.serves(last, this.clock.instant())) {
				left.beforeACall();
				meanwhile = fetch();
				this.held = meanwhile;
			}
			return meanwhile.token();
		}
		finally {
			this.turn.unlock();
		}
	}

	private boolean myTurn() {
		try {
			return this.turn.tryLock(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private Held fetch() {
		try {
			OAuth2AccessToken token = this.giver
				.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(this.ourselves))
				.getAccessToken();
			return new Held(token.getTokenValue(), this.clock.instant().plus(life(token).multipliedBy(4).dividedBy(5)));
		}
		catch (OAuth2AuthorizationException | RestClientException | IllegalArgumentException ex) {
			throw new BackEndFault("no-token", true);
		}
	}

	private static Duration life(OAuth2AccessToken token) {
		return (token.getIssuedAt() != null && token.getExpiresAt() != null)
				? Duration.between(token.getIssuedAt(), token.getExpiresAt()) : SHORT;
	}

	private record Held(String token, Instant goodUntil) {

		boolean serves(@Nullable String refused, Instant now) {
			return !this.token.equals(refused) && now.isBefore(this.goodUntil);
		}

		@Override
		public String toString() {
			return "Held[" + this.goodUntil + "]";
		}

	}

}
