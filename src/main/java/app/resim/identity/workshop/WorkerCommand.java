package app.resim.identity.workshop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import app.resim.identity.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a worker is started: the same Java and the same classes as the portal's, a small
 * heap, no environment, an empty folder.
 */
public final class WorkerCommand {

	private static final Logger log = LoggerFactory.getLogger(WorkerCommand.class);

	/** Kilobytes; a Java of 512 MB reserves more than it uses. */
	private static final String ADDRESS_SPACE = "-v 4194304";

	/** Seconds of a whole life, for a worker that nobody watches any more. */
	private static final String PROCESSOR_TIME = "-t 1800";

	private static final String NO_FILES = "-f 0";

	private static final String NO_CORE_DUMP = "-c 0";

	private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

	private static final List<String> OPTIONS = List.of("-Xmx512m", "-Xms32m", "-Xss1m", "-XX:MaxDirectMemorySize=64m",
			"-XX:MaxMetaspaceSize=128m", "-XX:CompressedClassSpaceSize=32m", "-XX:ReservedCodeCacheSize=64m",
			"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism",
			"-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash", "-Xshare:auto",
			"--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
			// libraries quote the documents that they read
			"-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
			"-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

	private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C.UTF-8", "OMP_THREAD_LIMIT", "1",
			"OPENBLAS_NUM_THREADS", "1", "MALLOC_ARENA_MAX", "2");

	private final Path natives;

	private final Caps caps;

	private WorkerCommand(Path natives, Caps caps) {
		this.natives = natives;
		this.caps = caps;
	}

	/**
	 * Looks at the machine and unpacks the native libraries, once: workers may not write.
	 * @param natives the folder for the native libraries
	 * @return how to start workers here
	 * @throws IOException if the folder cannot be made
	 */
	public static WorkerCommand prepared(Path natives) throws IOException {
		var command = new WorkerCommand(Files.createDirectories(natives.toAbsolutePath()),
				Caps.of(NO_CORE_DUMP, NO_FILES, PROCESSOR_TIME, ADDRESS_SPACE));
		command.unpackNatives();
		return command;
	}

	/**
	 * Starts a worker.
	 * @param folder an empty folder
	 * @param arguments of its main method
	 * @return the process
	 * @throws IOException if it cannot be started
	 */
	Process start(Path folder, String... arguments) throws IOException {
		return start(this.caps, folder, arguments);
	}

	private Process start(Caps allowed, Path folder, String... arguments) throws IOException {
		var builder = new ProcessBuilder(allowed.around(command(folder, arguments))).directory(folder.toFile());
		builder.environment().clear();
		builder.environment().putAll(ENVIRONMENT);
		return builder.start();
	}

	private List<String> command(Path folder, String... arguments) {
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(OPTIONS);
		command.add("-Djava.io.tmpdir=" + folder);
		command.add("-Duser.home=" + folder);
		command.add("-Dorg.bytedeco.javacpp.cachedir=" + this.natives);
		command.addAll(List.of("-cp", classPath()));
		if (isPacked()) {
			command.add("-Dloader.main=" + Worker.class.getName());
			command.add(LAUNCHER);
		}
		else {
			command.add(Worker.class.getName());
		}
		command.addAll(List.of(arguments));
		return command;
	}

	/** Absolute, because a worker is at home in another folder. */
	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(entry -> Path.of(entry).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

	/** Whether all libraries lie inside one jar. */
	private static boolean isPacked() {
		return ClassLoader.getSystemClassLoader().getResource(LAUNCHER.replace('.', '/') + ".class") != null;
	}

	private void unpackNatives() throws IOException {
		Path folder = Files.createTempDirectory("resim-worker");
		try {
			Process process = start(this.caps.without("-f"), folder, Worker.PREPARE);
			process.getOutputStream().close();
			process.getInputStream().close();
			process.getErrorStream().close();
			boolean ended = process.waitFor(180, TimeUnit.SECONDS);
			process.destroyForcibly();
			if (!ended || process.exitValue() != 0) {
				log.info("Faces cannot be found on this machine: its native libraries do not load");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		finally {
			Files.deleteIfExists(folder);
		}
	}

}
