package app.resim.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulated SM-DP+ as {@code script/smdp} starts it, and the phone at its other end.
 */
final class SmDpProcess implements AutoCloseable {

	private final int port = FreePort.anyFree();

	private final int phonePort = FreePort.anyFree();

	private final Process process;

	private SmDpProcess(Path tls, Path log, String portal) {
		this.process = program(log, "--port", "" + this.port, "--phone-port", "" + this.phonePort, "--tls",
				tls.toString(), "--callback", portal);
	}

	static void makeCertificates(Path folder) throws InterruptedException {
		Process maker = program(folder.resolveSibling("certificates.log"), "certificates", folder.toString());
		assertThat(maker.waitFor(3, TimeUnit.MINUTES)).isTrue();
		assertThat(maker.exitValue()).isZero();
	}

	static SmDpProcess start(Path tls, String portal) {
		var started = new SmDpProcess(tls, tls.resolveSibling("sm-dp.log"), portal);
		await().atMost(Duration.ofMinutes(1)).until(() -> !started.process.isAlive() || started.answers());
		assertThat(started.process.isAlive()).isTrue();
		return started;
	}

	String url() {
		return "https://localhost:" + this.port;
	}

	/** What it has, as JSON. */
	String profiles() {
		return ask(HttpRequest.newBuilder(phone("/profiles")).build());
	}

	String install(String code) {
		return post("/phone/install", "code", code);
	}

	String misbehave(String fault) {
		return post("/fault", "name", fault);
	}

	long pid() {
		return this.process.pid();
	}

	private String post(String path, String name, String text) {
		return ask(HttpRequest.newBuilder(phone(path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8)))
			.build());
	}

	private URI phone(String path) {
		return URI.create("http://localhost:" + this.phonePort + path);
	}

	private boolean answers() {
		try {
			return !profiles().isEmpty();
		}
		catch (UncheckedIOException ex) {
			return false;
		}
	}

	private static String ask(HttpRequest request) {
		try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Process program(Path log, String... words) {
		var command = new ArrayList<>(List.of(KilledServer.java(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp",
				KilledServer.classPath(), "app.resim.provisioning.simulated.SmDpProgram"));
		command.addAll(List.of(words));
		try {
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
