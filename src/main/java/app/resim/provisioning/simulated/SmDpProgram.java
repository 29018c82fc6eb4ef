package app.resim.provisioning.simulated;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import app.resim.kernel.Iccid;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.StandardEnvironment;

/**
 * What {@code script/smdp} starts: the simulated SM-DP+ as a process of its own, or what
 * helps to try it.
 */
final class SmDpProgram {

	private static final String USAGE = """
			script/smdp [--port 8443] [--phone-port PORT+1] [--data FOLDER] [--callback https://PORTAL] [--tls FOLDER] [--fault NAME]
			script/smdp certificates FOLDER    makes or renews certificates for testing
			script/smdp iccids COUNT           prints ICCIDs that this server knows, for the portal's pool
			faults: %s"""
		.formatted(Fault.NAMES);

	private static final Set<String> OPTIONS = Set.of("--port", "--phone-port", "--data", "--callback", "--tls",
			"--fault");

	private SmDpProgram() {
	}

	public static void main(String[] words) {
		try {
			run(List.of(words));
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			System.err.println(ex.getMessage());
			System.exit(1);
		}
	}

	private static void run(List<String> words) {
		switch (words.isEmpty() ? "" : words.getFirst()) {
			case "certificates" -> certificates(words);
			case "iccids" -> iccids(words);
			default -> serve(settings(words));
		}
	}

	private static void certificates(List<String> words) {
		expect(words.size() == 2);
		TestingCertificates.make(new TlsFolder(Path.of(words.getLast())));
		System.out
			.println("Certificates for testing are in %s, valid for a week, and the settings of a portal in %s there."
				.formatted(words.getLast(), TestingCertificates.SETTINGS));
	}

	private static void iccids(List<String> words) {
		expect(words.size() == 2);
		RandomGenerator chance = new SecureRandom();
		Stream.generate(() -> Iccids.draw(chance))
			.map(Iccid::iccid)
			.distinct()
			.limit(number(words.getLast()))
			.forEach(System.out::println);
	}

	static SmDpServer.Settings settings(List<String> words) {
		Map<String, String> named = new HashMap<>();
		expect(words.size() % 2 == 0);
		for (int i = 0; i < words.size(); i += 2) {
			expect(OPTIONS.contains(words.get(i)));
			named.put(words.get(i), words.get(i + 1));
		}
		int port = number(named.getOrDefault("--port", "8443"));
		return new SmDpServer.Settings(port,
				Optional.ofNullable(named.get("--phone-port")).map(SmDpProgram::number).orElse(port + 1),
				Optional.ofNullable(named.get("--data")).map(Path::of),
				Optional.ofNullable(named.get("--callback")).map(text -> URI.create(text.replaceAll("/+$", ""))),
				new TlsFolder(Path.of(named.getOrDefault("--tls", "sm-dp-tls"))),
				Fault.named(named.getOrDefault("--fault", "none")));
	}

	private static void serve(SmDpServer.Settings settings) {
		quiet();
		if (!settings.tls().isComplete()) {
			TestingCertificates.make(settings.tls());
		}
		var server = new SmDpServer(settings, Clock.systemUTC(), new SecureRandom());
		System.out.printf("""
				The simulated SM-DP+ is ready.
				  ES2+    https://localhost:%d, for callers with a certificate of the authority in %s
				  Phone   http://localhost:%d says how to install, look and set faults
				""", settings.port(), settings.tls().folder(), settings.phonePort());
		server.await();
	}

	private static void quiet() {
		var logging = LoggingSystem.get(SmDpProgram.class.getClassLoader());
		logging.beforeInitialize();
		logging.initialize(new LoggingInitializationContext(new StandardEnvironment()), null, null);
		logging.setLogLevel("org.apache", LogLevel.WARN);
	}

	private static int number(String text) {
		expect(text.matches("[0-9]{1,6}"));
		return Integer.parseInt(text);
	}

	private static void expect(boolean understood) {
		if (!understood) {
			throw new IllegalArgumentException(USAGE);
		}
	}

}
