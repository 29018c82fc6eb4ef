package app.resim.openid;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import app.resim.MovingClock;
import app.resim.openid.SimulatedProvider.Mood;
import app.resim.openid.SimulatedProvider.Signature;
import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A browser is sent to a provider of accounts, and what it brings back is checked.
 */
class WayToAProviderAndBackTest {

	private static final URI BACK = URI.create("https://resim.example/sign-in/operator/back");

	private static final Duration PATIENCE = Duration.ofMillis(800);

	private final MovingClock clock = new MovingClock();

	private final SimulatedProvider simulated = new SimulatedProvider(this.clock);

	private final OpenIdProvider provider = provider(List.of(), List.of());

	@AfterEach
	void close() {
		this.simulated.close();
	}

	@Test
	void whoeverSignedInThereIsKnownHere() {
		this.simulated.says(claims -> claims.subject("c-1")
			.claim("customer_no", "42")
			.claim("email", "a@example.com")
			.claim("email_verified", true)
			.claim("realm_access", Map.of("roles", List.of("r1", "r2"))));

		Identity known = known(this.provider, false);

		assertThat(known.subject()).isEqualTo("c-1");
		assertThat(known.issuer()).isEqualTo(this.simulated.issuer());
		assertThat(known.text("customer_no")).contains("42");
		assertThat(known.texts("realm_access.roles")).containsExactly("r1", "r2");
		assertThat(known.verifiedEmail()).contains("a@example.com");
		assertThat(known.provenAt()).isEqualTo(this.clock.instant());
		assertThat(known.strong()).isFalse();
		assertThat(known.toString()).doesNotContain("c-1", "42", "example");
	}

	@Test
	void theBrowserLeavesWithACodeChallengeAStateAndANonce() {
		Map<String, String> asked = SimulatedProvider.asked(leave(this.provider, false).address().toString());

		assertThat(asked).containsEntry("response_type", "code")
			.containsEntry("client_id", SimulatedProvider.CLIENT)
			.containsEntry("redirect_uri", BACK.toString())
			.containsEntry("scope", "openid")
			.containsEntry("code_challenge_method", "S256")
			.containsEntry("max_age", "240")
			.containsKeys("state", "nonce", "code_challenge")
			.doesNotContainKeys("prompt", "client_secret", "code_verifier");
	}

	@Test
	void whoeverIsToProveAgainHasToSignInThereAnew() {
		assertThat(SimulatedProvider.asked(leave(this.provider, true).address().toString()))
			.containsEntry("max_age", "0")
			.containsEntry("prompt", "login");
	}

	@Test
	void theHostOfARequestChangesNothing() {
		var request = new MockHttpServletRequest("GET", "/sign-in/operator");
		request.setServerName("evil.example");
		request.addHeader("X-Forwarded-Host", "evil.example");

		var leave = (Departure.Leave) this.provider.depart(request, false);

		assertThat(leave.address().toString()).doesNotContain("evil");
	}

	@Test
	void anUnverifiedAddressIsNobodys() {
		this.simulated.says(claims -> claims.claim("email", "a@example.com").claim("email_verified", false));
		assertThat(known(this.provider, false).verifiedEmail()).isEmpty();
		this.simulated.says(claims -> claims.claim("email", "a@example.com"));
		assertThat(known(this.provider, false).verifiedEmail()).isEmpty();
	}

	static Stream<Arguments> lies() {
		Instant now = MovingClock.START;
		return Stream.of(lie("another nonce", claims -> claims.claim("nonce", "other")),
				lie("no nonce", claims -> claims.claim("nonce", null)),
				lie("another audience", claims -> claims.audience("somebody-else")),
				lie("several audiences and no authorised party",
						claims -> claims.audience(List.of(SimulatedProvider.CLIENT, "somebody-else"))),
				lie("another authorised party", claims -> claims.claim("azp", "somebody-else")),
				lie("another issuer", claims -> claims.issuer("http://localhost:1")),
				lie("no issuer", claims -> claims.issuer(null)), lie("no subject", claims -> claims.subject(null)),
				lie("expired", claims -> claims.expirationTime(Date.from(now.minusSeconds(61)))),
				lie("without an end", claims -> claims.expirationTime(null)),
				lie("issued in the future", claims -> claims.issueTime(Date.from(now.plusSeconds(120)))),
				lie("not valid yet", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(120)))));
	}

	private static Arguments lie(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
		return Arguments.of(what, change);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("lies")
	void aTokenThatDoesNotFitIsRefused(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
		this.simulated.says(change);
		assertThat(walk(this.provider, false)).isEqualTo(new Arrival.Refused());
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "OWN")
	void aTokenThatTheProviderDidNotSignIsRefused(Signature how) {
		this.simulated.signs(how);
		assertThat(walk(this.provider, false)).isEqualTo(new Arrival.Refused());
	}

	@Test
	void anotherStateIsRefusedAndTheCodeStaysUnused() {
		Departure.Leave leave = leave(this.provider, false);
		Map<String, String[]> brought = brought(this.simulated.signIn(leave.address().toString()));
		brought.put("state", new String[] { "other" });

		assertThat(this.provider.arrive(leave.journey(), brought)).isEqualTo(new Arrival.Refused());
		assertThat(this.simulated.lastToken()).isEmpty();
	}

	@Test
	void whatAnotherBrowserBringsIsRefused() {
		Departure.Leave thief = leave(this.provider, false);
		Departure.Leave owner = leave(this.provider, false);
		Map<String, String[]> brought = brought(this.simulated.signIn(thief.address().toString()));

		assertThat(this.provider.arrive(owner.journey(), brought)).isEqualTo(new Arrival.Refused());
	}

	@Test
	void aCodeWorksOnce() {
		Departure.Leave leave = leave(this.provider, false);
		Map<String, String[]> brought = brought(this.simulated.signIn(leave.address().toString()));

		assertThat(this.provider.arrive(leave.journey(), brought)).isInstanceOf(Arrival.Known.class);
		assertThat(this.provider.arrive(leave.journey(), brought)).isEqualTo(new Arrival.Refused());
	}

	@Test
	void theAnswerOfAnotherProviderIsRefused() {
		Departure.Leave leave = leave(this.provider, false);
		Map<String, String[]> brought = brought(this.simulated.signIn(leave.address().toString()));
		brought.put("iss", new String[] { "https://other.example" });

		assertThat(this.provider.arrive(leave.journey(), brought)).isEqualTo(new Arrival.Refused());
	}

	@Test
	void whoeverGaveUpThereIsNotSignedIn() {
		Departure.Leave leave = leave(this.provider, false);
		assertThat(this.provider.arrive(leave.journey(), Map.of("error", new String[] { "access_denied" })))
			.isEqualTo(new Arrival.Refused());
	}

	@Test
	void whoeverTakesTooLongBeginsAgain() {
		Departure.Leave leave = leave(this.provider, false);
		this.clock.move(Duration.ofMinutes(16));
		assertThat(this.provider.arrive(leave.journey(), brought(this.simulated.signIn(leave.address().toString()))))
			.isEqualTo(new Arrival.Refused());
	}

	@Test
	void anOldSignInThereProvesNothingHere() {
		signedInThere(Duration.ofSeconds(301));
		assertThat(walk(this.provider, false)).isEqualTo(new Arrival.Stale());
		signedInThere(Duration.ofSeconds(240));
		assertThat(known(this.provider, false).provenAt()).isEqualTo(this.clock.instant().minusSeconds(240));
	}

	@Test
	void aSignInOfBeforeTheQuestionProvesNothingAgain() {
		signedInThere(Duration.ofSeconds(61));
		assertThat(walk(this.provider, true)).isEqualTo(new Arrival.Stale());
		signedInThere(Duration.ofSeconds(59));
		assertThat(walk(this.provider, true)).isInstanceOf(Arrival.Known.class);
	}

	@Test
	void aSignInAtNoTimeOrInTheFutureProvesNothing() {
		this.simulated.says(claims -> claims.claim("auth_time", null));
		assertThat(walk(this.provider, false)).isEqualTo(new Arrival.Stale());
		signedInThere(Duration.ofSeconds(-61));
		assertThat(walk(this.provider, false)).isEqualTo(new Arrival.Stale());
		signedInThere(Duration.ofSeconds(-30));
		assertThat(known(this.provider, false).provenAt()).isEqualTo(this.clock.instant());
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "WELL")
	void aProviderThatIsIllIsAwayAndSoonSo(Mood mood) {
		this.simulated.is(mood);
		long begun = System.nanoTime();
		assertThat(this.provider.depart(request(), false)).isEqualTo(new Departure.Away());
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.multipliedBy(4));

		this.simulated.is(Mood.WELL);
		assertThat(walk(this.provider, false)).isInstanceOf(Arrival.Known.class);
	}

	@ParameterizedTest
	@EnumSource(names = { "HANGING", "DRIPPING", "ENDLESS" })
	void aProviderThatFallsIllOnTheWayIsAwayAndSoonSo(Mood mood) {
		Departure.Leave leave = leave(this.provider, false);
		Map<String, String[]> brought = brought(this.simulated.signIn(leave.address().toString()));
		this.simulated.isAboutTokens(mood);
		long begun = System.nanoTime();

		assertThat(this.provider.arrive(leave.journey(), brought)).isEqualTo(new Arrival.Away());
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE.multipliedBy(4));
	}

	@Test
	void whatAProviderPublishesIsAskedForOnce() {
		known(this.provider, false);
		known(this.provider, false);
		assertThat(this.simulated.discoveries()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "issuer", "authorization_endpoint", "token_endpoint", "jwks_uri" })
	void aProviderThatPublishesNonsenseIsAway(String field) {
		this.simulated.publishes(text -> text.replaceFirst("\"" + field + "\": \"[^\"]*\"",
				"\"" + field + "\": \"ftp://elsewhere.example\""));
		assertThat(this.provider.depart(request(), false)).isEqualTo(new Departure.Away());
	}

	@Test
	void nobodyAsksBeforeSomebodyWantsToSignIn() {
		assertThat(this.simulated.discoveries()).isZero();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "-, -, false", "gold, -, false", "-, otp, false", "gold, otp, true", "gold, otp sms, false",
					"silver, otp, false", "gold, pwd, false", "gold, pwd otp, true", "gold, TEL otp, false" })
	void onlyWhatWasAgreedIsStrong(String acr, String amr, boolean strong) {
		this.simulated
			.says(claims -> claims.claim("acr", acr).claim("amr", (amr != null) ? List.of(amr.split(" ")) : null));
		assertThat(known(provider(List.of("gold"), List.of("otp", "hwk")), false).strong()).isEqualTo(strong);
	}

	@Test
	void withNothingAgreedNothingIsStrong() {
		this.simulated.says(claims -> claims.claim("acr", "gold").claim("amr", List.of("mfa", "otp", "hwk")));
		assertThat(known(this.provider, false).strong()).isFalse();
	}

	@Test
	void whatIsStrongIsAskedFor() {
		assertThat(SimulatedProvider
			.asked(leave(provider(List.of("gold", "platinum"), List.of()), false).address().toString()))
			.containsEntry("acr_values", "gold platinum");
	}

	@Test
	void aMessageToAPhoneNumberCannotBeAgreedAsStrong() {
		assertThatThrownBy(() -> provider(List.of(), List.of("otp", "SMS"))).hasMessageContaining("phone number");
	}

	@Test
	void settingsByHalfAreRefusedAndSecretsNotPrinted() {
		assertThatThrownBy(() -> new Agreed("https://login.example", "resim", "", "", List.of("openid"), "RS256",
				List.of(), List.of()))
			.hasMessageContaining("client-secret");
		assertThatThrownBy(() -> new Agreed("https://login.example", "resim", "hush", "", List.of("openid"), "none",
				List.of(), List.of()))
			.hasMessageContaining("algorithm");
		assertThat(new Agreed("https://login.example", "resim", "hush", "", List.of("openid"), "RS256", List.of(),
				List.of())
			.toString()).doesNotContain("hush");
	}

	private void signedInThere(Duration ago) {
		this.simulated.says(claims -> claims.claim("auth_time", this.clock.instant().minus(ago).getEpochSecond()));
	}

	private OpenIdProvider provider(List<String> acr, List<String> amr) {
		return new OpenIdProvider("customers", new Agreed(this.simulated.issuer(), SimulatedProvider.CLIENT,
				SimulatedProvider.SECRET, "", List.of("openid"), "RS256", acr, amr), BACK, this.clock, PATIENCE);
	}

	private static Departure.Leave leave(OpenIdProvider provider, boolean again) {
		return (Departure.Leave) provider.depart(request(), again);
	}

	private Arrival walk(OpenIdProvider provider, boolean again) {
		Departure.Leave leave = leave(provider, again);
		return provider.arrive(leave.journey(), brought(this.simulated.signIn(leave.address().toString())));
	}

	private Identity known(OpenIdProvider provider, boolean again) {
		return ((Arrival.Known) walk(provider, again)).identity();
	}

	private static MockHttpServletRequest request() {
		return new MockHttpServletRequest("GET", "/sign-in/operator");
	}

	private static Map<String, String[]> brought(String address) {
		var brought = new HashMap<String, String[]>();
		SimulatedProvider.asked(address).forEach((name, value) -> brought.put(name, new String[] { value }));
		return brought;
	}

}
