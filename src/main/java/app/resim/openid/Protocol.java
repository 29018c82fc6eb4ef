package app.resim.openid;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.MappedJwtClaimSetConverter;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * The protocol with one provider, as Spring Security speaks it, with our clock and our
 * patience.
 *
 * @param client what both sides agreed and the provider published
 * @param door checks what a browser brings back
 */
record Protocol(ClientRegistration client, AuthenticationProvider door) {

	private static final String PUBLISHED = "/.well-known/openid-configuration";

	/**
	 * Reads what the provider publishes.
	 * @param id whose accounts
	 * @param agreed the settings
	 * @param back where browsers come back to
	 * @param clock the time
	 * @param patience with each call
	 * @return the protocol
	 * @throws RuntimeException if the provider does not answer, or publishes what does
	 * not fit
	 */
	static Protocol discover(String id, Agreed agreed, URI back, Clock clock, Duration patience) {
		ClientHttpRequestFactory caller = Caller.bounded(patience);
		ClientRegistration client = ClientRegistrations.fromOidcConfiguration(published(agreed, caller))
			.registrationId(id)
			.clientId(agreed.clientId())
			.clientSecret(agreed.clientSecret())
			.scope(Stream.concat(Stream.of("openid"), agreed.scopes().stream()).distinct().toList())
			.redirectUri(back.toString())
			.build();
		var door = new OidcAuthorizationCodeAuthenticationProvider(tokens(caller),
				// the token says enough: nobody is asked further
				asked -> new DefaultOidcUser(List.of(), asked.getIdToken()));
		JwtDecoder decoder = decoder(client, agreed, caller, clock);
		door.setJwtDecoderFactory(same -> decoder);
		return new Protocol(client, door);
	}

	private static Map<String, Object> published(Agreed agreed, ClientHttpRequestFactory caller) {
		Map<String, Object> published = RestClient.builder()
			.requestFactory(caller)
			.build()
			.get()
			.uri(URI.create(agreed.issuer().replaceAll("/+$", "") + PUBLISHED))
			.retrieve()
			.body(new ParameterizedTypeReference<>() {
			});
		Objects.requireNonNull(published);
		if (!agreed.issuer().equals(published.get("issuer"))) {
			throw new IllegalStateException("The provider calls itself otherwise than the setting");
		}
		boolean https = agreed.issuer().startsWith("https://");
		for (String endpoint : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
			if (!(published.get(endpoint) instanceof String address)
					|| !address.startsWith(https ? "https://" : "http")) {
				throw new IllegalStateException("The provider publishes no good " + endpoint);
			}
		}
		return published;
	}

	private static RestClientAuthorizationCodeTokenResponseClient tokens(ClientHttpRequestFactory caller) {
		var tokens = new RestClientAuthorizationCodeTokenResponseClient();
		tokens.setRestClient(RestClient.builder()
			.requestFactory(caller)
			.configureMessageConverters(converters -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
			.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
			.build());
		return tokens;
	}

	private static JwtDecoder decoder(ClientRegistration client, Agreed agreed, ClientHttpRequestFactory caller,
			Clock clock) {
		var decoder = NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(client.getProviderDetails().getJwkSetUri()))
			.jwsAlgorithm(Objects.requireNonNull(SignatureAlgorithm.from(agreed.algorithm())))
			.restOperations(new RestTemplate(caller))
			.build();
		var times = new JwtTimestampValidator();
		times.setClock(clock);
		var fields = new OidcIdTokenValidator(client);
		fields.setClock(clock);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, fields));
		decoder.setClaimSetConverter(
				MappedJwtClaimSetConverter.withDefaults(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
		return decoder;
	}

}
