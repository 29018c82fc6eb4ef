package app.resim.openid;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A provider of accounts (OpenID Connect) over real HTTP, which takes the protocol as
 * seriously as we do, and lies and breaks on demand.
 */
public final class SimulatedProvider implements AutoCloseable {

	/** What it does to whoever asks. */
	public enum Mood {

		WELL, BROKEN, HANGING, DRIPPING, ENDLESS, GARBAGE

	}

	/** How it signs. */
	public enum Signature {

		OWN, NONE, FOREIGN, SECRET

	}

	public static final String CLIENT = "resim";

	public static final String SECRET = "hush";

	private static final String AUTH = "/authorize";

	private final HttpServer server;

	private final Clock clock;

	private final RSAKey key = key("one");

	private final RSAKey foreign = key("one");

	private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();

	private final AtomicInteger discoveries = new AtomicInteger();

	private volatile Mood mood = Mood.WELL;

	private volatile Mood moodOfTokens = Mood.WELL;

	private volatile Signature signature = Signature.OWN;

	private volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();

	private volatile UnaryOperator<String> published = UnaryOperator.identity();

	private volatile String lastToken = "";

	public SimulatedProvider(Clock clock) {
		this.clock = clock;
		try {
			this.server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	public String issuer() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	/** Back to a provider that is well and says the truth. */
	public void reset() {
		this.mood = Mood.WELL;
		this.moodOfTokens = Mood.WELL;
		this.signature = Signature.OWN;
		this.claims = UnaryOperator.identity();
		this.published = UnaryOperator.identity();
	}

	public void is(Mood mood) {
		this.mood = mood;
		this.moodOfTokens = mood;
	}

	public void isAboutTokens(Mood mood) {
		this.moodOfTokens = mood;
	}

	public void signs(Signature how) {
		this.signature = how;
	}

	public void says(UnaryOperator<JWTClaimsSet.Builder> change) {
		this.claims = change;
	}

	public void publishes(UnaryOperator<String> change) {
		this.published = change;
	}

	public int discoveries() {
		return this.discoveries.get();
	}

	public String lastToken() {
		return this.lastToken;
	}

	/**
	 * Somebody signs in on its pages.
	 * @param address to which Resim sent their browser
	 * @return where it sends the browser back to, path and query
	 */
	public String signIn(String address) {
		return signIn(address, back -> URI.create(back).getPath());
	}

	private String signIn(String address, UnaryOperator<String> spelled) {
		URI uri = URI.create(address);
		if (!uri.getPath().equals(AUTH)) {
			throw new AssertionError(uri.getPath());
		}
		Map<String, String> asked = parameters(uri.getRawQuery());
		String code = "code-" + UUID.randomUUID();
		this.codes.put(code, asked);
		return spelled.apply(asked.get("redirect_uri")) + "?code=" + code + "&state="
				+ URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
	}

	/** What Resim asked for, by the address that it sent a browser to. */
	public static Map<String, String> asked(String address) {
		return parameters(URI.create(address).getRawQuery());
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			String path = exchange.getRequestURI().getPath();
			switch (path.equals("/token") ? this.moodOfTokens : this.mood) {
				case WELL -> well(exchange, path, new String(body, StandardCharsets.UTF_8));
				case BROKEN -> send(exchange, 500, "{}");
				case GARBAGE -> send(exchange, 200, "<html>");
				case HANGING -> pause(Duration.ofSeconds(20));
				case DRIPPING -> drip(exchange, Duration.ofMillis(50), 400);
				case ENDLESS -> drip(exchange, Duration.ZERO, 100_000);
			}
		}
	}

	private void well(HttpExchange exchange, String path, String body) throws IOException {
		switch (path) {
			case "/.well-known/openid-configuration" -> {
				this.discoveries.incrementAndGet();
				send(exchange, 200, this.published.apply(configuration()));
			}
			case "/jwks" -> send(exchange, 200, new JWKSet(this.key.toPublicJWK()).toString());
			case AUTH -> {
				exchange.getResponseHeaders()
					.add("Location", signIn(issuer() + exchange.getRequestURI(), UnaryOperator.identity()));
				exchange.sendResponseHeaders(302, -1);
			}
			case "/token" -> token(exchange, parameters(body));
			default -> send(exchange, 404, "{}");
		}
	}

	private String configuration() {
		return """
				{ "issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
				  "jwks_uri": "%1$s/jwks", "subject_types_supported": ["public"], "response_types_supported": ["code"],
				  "id_token_signing_alg_values_supported": ["RS256"] }""".formatted(issuer());
	}

	private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
		Map<String, String> asked = this.codes.remove(form.get("code"));
		String client = "Basic "
				+ Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
		boolean right = asked != null && client.equals(exchange.getRequestHeaders().getFirst("Authorization"))
				&& asked.get("redirect_uri").equals(form.get("redirect_uri"))
				&& asked.get("code_challenge_method").equals("S256")
				&& asked.get("code_challenge").equals(challenge(form.get("code_verifier")));
		if (!right) {
			send(exchange, 400, "{\"error\":\"invalid_grant\"}");
			return;
		}
		this.lastToken = signed(asked.get("nonce"));
		send(exchange, 200, """
				{ "access_token": "access-%s", "token_type": "Bearer", "expires_in": 60, "id_token": "%s" }"""
			.formatted(UUID.randomUUID(), this.lastToken));
	}

	private String signed(String nonce) {
		Instant now = this.clock.instant();
		JWTClaimsSet told = this.claims
			.apply(new JWTClaimsSet.Builder().issuer(issuer())
				.audience(CLIENT)
				.subject("nobody-special")
				.issueTime(Date.from(now))
				.expirationTime(Date.from(now.plusSeconds(60)))
				.claim("nonce", nonce)
				.claim("auth_time", now.getEpochSecond()))
			.build();
		try {
			return switch (this.signature) {
				case OWN -> signed(told, this.key);
				case FOREIGN -> signed(told, this.foreign);
				case NONE -> new PlainJWT(told).serialize();
				case SECRET -> {
					var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), told);
					jwt.sign(new MACSigner(this.key.toPublicJWK().toJSONString()));
					yield jwt.serialize();
				}
			};
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String signed(JWTClaimsSet told, RSAKey key) throws JOSEException {
		var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), told);
		jwt.sign(new RSASSASigner(key));
		return jwt.serialize();
	}

	private static void drip(HttpExchange exchange, Duration pause, int times) throws IOException {
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(200, 0);
		try (OutputStream out = exchange.getResponseBody()) {
			for (int i = 0; i < times; i++) {
				out.write(" ".repeat(pause.isZero() ? 1000 : 1).getBytes(StandardCharsets.UTF_8));
				out.flush();
				pause(pause);
			}
		}
	}

	private static void pause(Duration pause) {
		try {
			Thread.sleep(pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void send(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(status, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	private static Map<String, String> parameters(String query) {
		return Arrays.stream(query.split("&"))
			.map(pair -> pair.split("=", 2))
			.collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static String challenge(String verifier) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RSAKey key(String id) {
		try {
			return new RSAKeyGenerator(2048).keyID(id).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
