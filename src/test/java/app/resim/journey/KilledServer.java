package app.resim.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Resim as a process of its own that a test can kill like a power cut and start again on
 * the same data and the same port. Runs the packaged jar where the build made one,
 * unpacked as {@code script/server} does it, else the compiled classes.
 */
public final class KilledServer implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	/** It lives for a few pages only. */
	private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

	/**
	 * Unpacked once, and never half deleted with the data of a server that was killed.
	 */
	private static final String NATIVES = Path.of("target/natives").toAbsolutePath().toString();

	private final Path data;

	private final int port = FreePort.anyFree();

	private final HttpClient http = HttpClient.newHttpClient();

	private @Nullable Process process;

	private final List<String> javaOptions = new ArrayList<>(
			List.of("-Xmx768m", QUICK_START, "--enable-native-access=ALL-UNNAMED"));

	private final List<String> settings = new ArrayList<>();

	private List<String> program = List.of();

	private int starts;

	private KilledServer(Path data) {
		this.data = data;
	}

	/**
	 * A server that is not started yet.
	 * @param data an empty folder, or one that an earlier server left
	 * @return the server
	 */
	public static KilledServer on(Path data) {
		return new KilledServer(data.toAbsolutePath());
	}

	/**
	 * Has it started with one more option of Java.
	 * @param javaOption for example {@code -Djava.io.tmpdir=/somewhere}
	 * @return this
	 */
	KilledServer with(String javaOption) {
		this.javaOptions.add(javaOption);
		return this;
	}

	/**
	 * Has it started with one more setting.
	 * @param setting for example {@code resim.identity.workers=1}
	 * @return this
	 */
	KilledServer set(String setting) {
		this.settings.add("--" + setting);
		return this;
	}

	/**
	 * Has another program started than the one that was built here.
	 * @param jar the unpacked jar, with its {@code lib} folder beside it
	 * @return this
	 */
	KilledServer running(Path jar) {
		this.program = List.of("-jar", jar.toAbsolutePath().toString());
		return this;
	}

	/**
	 * The running process.
	 * @return its handle
	 */
	ProcessHandle process() {
		return Optional.ofNullable(this.process).orElseThrow().toHandle();
	}

	/**
	 * Where it answers, before and after a kill.
	 * @return for example {@code http://localhost:40123}
	 */
	public String home() {
		return "http://localhost:" + this.port;
	}

	/**
	 * Starts it and waits until it answers.
	 * @return this
	 */
	public KilledServer start() {
		if (this.process != null) {
			throw new IllegalStateException("It runs already");
		}
		this.starts++;
		Process started = launch();
		this.process = started;
		try {
			await().atMost(PATIENCE).until(() -> !started.isAlive() || answers());
		}
		catch (ConditionTimeoutException ex) {
			throw new IllegalStateException("No answer in time:\n" + endOfLog(), ex);
		}
		if (!started.isAlive()) {
			throw new IllegalStateException("It ended by itself:\n" + endOfLog());
		}
		return this;
	}

	boolean isRunning() {
		return this.process != null;
	}

	/** Ends it without any warning ({@code SIGKILL}). */
	public void kill() {
		Process running = Optional.ofNullable(this.process).orElseThrow();
		this.process = null;
		try {
			if (!running.destroyForcibly().waitFor(1, TimeUnit.MINUTES)) {
				throw new IllegalStateException("It survives SIGKILL");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Ends it as a service manager does ({@code SIGTERM}). */
	void stop() {
		Process running = Optional.ofNullable(this.process).orElseThrow();
		this.process = null;
		try {
			running.destroy();
			if (!running.waitFor(1, TimeUnit.MINUTES)) {
				running.destroyForcibly();
				throw new IllegalStateException("It does not stop");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Ends it without any warning and starts it again. */
	public void killAndStart() {
		kill();
		start();
	}

	@Override
	public void close() {
		if (this.process != null) {
			kill();
		}
	}

	private Process launch() {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(this.javaOptions);
		command.addAll(this.program.isEmpty() ? program() : this.program);
		command.addAll(List.of("--server.port=" + this.port, "--resim.data=" + this.data,
				"--resim.identity.natives=" + NATIVES,
				// on a busy machine a new worker takes its time
				"--resim.identity.patience=PT60S", "--resim.identity.limit=PT20S"));
		command.addAll(this.settings);
		try {
			Files.createDirectories(this.data);
			return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log().toFile()).start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The program that starts Java as it runs here.
	 * @return its path
	 */
	public static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	private static List<String> program() {
		return Optional.ofNullable(System.getProperty("resim.jar"))
			.filter(jar -> Files.exists(Path.of(jar)))
			.map(jar -> List.of("-jar", unpacked(Path.of(jar)).toString()))
			.orElseGet(() -> List.of("-Dvaadin.productionMode=true", "-cp", classPath(), "app.resim.Application"));
	}

	private static synchronized Path unpacked(Path jar) {
		Path folder = jar.resolveSibling("unpacked-" + jar.toFile().lastModified());
		Path program = folder.resolve(jar.getFileName());
		// browsers are tested in two processes, and the other one must not find half of
		// it
		try (var others = FileChannel.open(jar.resolveSibling("unpacked.lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); var turn = others.lock()) {
			if (!Files.exists(program) && new ProcessBuilder(java(), "-Djarmode=tools", "-jar", jar.toString(),
					"extract", "--destination", folder.toString())
				.inheritIO()
				.start()
				.waitFor() != 0) {
				throw new IllegalStateException("The jar cannot be unpacked");
			}
			assertThat(turn.isValid()).isTrue();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return program;
	}

	/**
	 * Without the classes of tests, which would shut off the real clock and more.
	 * @return the path
	 */
	public static String classPath() {
		String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Stream.of(all.split(File.pathSeparator))
			.filter(entry -> !entry.endsWith("test-classes"))
			.collect(Collectors.joining(File.pathSeparator));
	}

	private boolean answers() throws InterruptedException {
		var request = HttpRequest.newBuilder(URI.create(home() + "/")).timeout(Duration.ofSeconds(20)).build();
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Path log() {
		return this.data.resolve("start-" + this.starts + ".log");
	}

	private String endOfLog() {
		try {
			List<String> lines = Files.readAllLines(log());
			return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
