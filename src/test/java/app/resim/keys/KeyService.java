package app.resim.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import com.google.crypto.tink.Aead;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A key service on this machine that speaks KMS's JSON protocol: it encrypts really, and
 * opens nothing whose key, bytes and encryption context do not belong together.
 */
public final class KeyService implements AutoCloseable {

	/** The one key that it has. */
	public static final String KEY = "arn:aws:kms:eu-test-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpServer server;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

	private final byte[] secret = new byte[32];

	private final SecureRandom chance = new SecureRandom();

	private volatile Manner manner = Manner.WELL;

	private volatile String first = "";

	/** How it behaves. */
	enum Manner {

		WELL, HANGS, FAILS, DENIES, TALKS_GARBAGE, LEAVES_OUT, GIVES_ANOTHER

	}

	/** Starts it on a free port, and lets AWS's tools find credentials for it. */
	public KeyService() {
		this.chance.nextBytes(this.secret);
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
		System.setProperty("aws.accessKeyId", "test");
		System.setProperty("aws.secretAccessKey", "test");
	}

	/**
	 * Its address.
	 * @return with the port
	 */
	public String endpoint() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	Map<String, String> environment() {
		return Map.of("RESIM_KEYS_KMS", KEY, "RESIM_KEYS_KMSENDPOINT", endpoint());
	}

	Aead masterKey() {
		return masterKey(KEY);
	}

	Aead masterKey(String key) {
		return new MasterKey(new MasterKey.Settings(key, endpoint(), key.startsWith("arn:") ? "" : "eu-test-1"),
				Duration.ofMillis(700));
	}

	Optional<Aead> master() {
		return Optional.of(masterKey());
	}

	void now(Manner other) {
		this.manner = other;
	}

	/** The deeds and contexts of all calls so far. */
	List<String> calls() {
		return List.copyOf(this.calls);
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
			String deed = exchange.getRequestHeaders().getFirst("X-Amz-Target");
			this.calls.add(deed + " " + asked.path("EncryptionContext"));
			switch (this.manner) {
				case WELL -> answer(exchange, deed, asked);
				case HANGS -> this.closed.await();
				case FAILS -> say(exchange, 500, Map.of("__type", "KMSInternalException"));
				case DENIES -> say(exchange, 400, Map.of("__type", "AccessDeniedException"));
				case TALKS_GARBAGE -> send(exchange, 200, "<html>".getBytes(StandardCharsets.UTF_8));
				case LEAVES_OUT -> say(exchange, 200, Map.of("KeyId", KEY));
				case GIVES_ANOTHER -> {
					if (deed.endsWith("Decrypt")) {
						say(exchange, 200, Map.of("KeyId", KEY, "Plaintext", this.first));
					}
					else {
						answer(exchange, deed, asked);
					}
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void answer(HttpExchange exchange, String deed, JsonNode asked) throws IOException {
		String signature = exchange.getRequestHeaders().getFirst("Authorization");
		if (signature == null || !signature.matches("AWS4-HMAC-SHA256 Credential=test/\\d+/eu-test-1/kms/.*")) {
			say(exchange, 400, Map.of("__type", "IncompleteSignatureException"));
			return;
		}
		try {
			switch (deed) {
				case "TrentService.Encrypt" ->
					say(exchange, 200, Map.of("KeyId", KEY, "CiphertextBlob", base64(encrypted(asked))));
				case "TrentService.Decrypt" ->
					say(exchange, 200, Map.of("KeyId", KEY, "Plaintext", base64(decrypted(asked))));
				default -> say(exchange, 400, Map.of("__type", "UnknownOperationException"));
			}
		}
		catch (GeneralSecurityException ex) {
			say(exchange, 400, Map.of("__type", "InvalidCiphertextException"));
		}
	}

	private byte[] encrypted(JsonNode asked) throws GeneralSecurityException {
		byte[] nonce = new byte[12];
		this.chance.nextBytes(nonce);
		var all = new ByteArrayOutputStream();
		all.writeBytes(nonce);
		String clear = asked.path("Plaintext").asString();
		this.first = this.first.isEmpty() ? clear : this.first;
		all.writeBytes(cipher(Cipher.ENCRYPT_MODE, nonce, asked).doFinal(Base64.getDecoder().decode(clear)));
		return all.toByteArray();
	}

	private byte[] decrypted(JsonNode asked) throws GeneralSecurityException {
		byte[] all = Base64.getDecoder().decode(asked.path("CiphertextBlob").asString());
		return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(all, 12), asked).doFinal(all, 12, all.length - 12);
	}

	private Cipher cipher(int mode, byte[] nonce, JsonNode asked) throws GeneralSecurityException {
		var context = new TreeMap<String, String>();
		asked.path("EncryptionContext")
			.properties()
			.forEach(each -> context.put(each.getKey(), each.getValue().asString()));
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, new SecretKeySpec(this.secret, "AES"), new GCMParameterSpec(128, nonce));
		cipher.updateAAD((asked.path("KeyId").asString() + context).getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().encodeToString(bytes);
	}

	private static void say(HttpExchange exchange, int status, Map<String, String> body) throws IOException {
		send(exchange, status, JSON.writeValueAsBytes(body));
	}

	private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
		exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
		exchange.sendResponseHeaders(status, body.length);
		exchange.getResponseBody().write(body);
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
		System.clearProperty("aws.accessKeyId");
		System.clearProperty("aws.secretAccessKey");
	}

}
