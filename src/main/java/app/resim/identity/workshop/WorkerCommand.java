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
import java.util.stream.Stream;

import app.resim.identity.worker.Worker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * How a worker is started: the same Java and the same classes as the portal's, a small
 * heap, no environment, an empty folder.
 */
final class WorkerCommand {

	private static final Logger log = LoggerFactory.getLogger(WorkerCommand.class);

	/** Kilobytes; a Java of 512 MB reserves more than it uses. */
	private static final String ADDRESS_SPACE = "-v 4194304";

	/** Seconds of a whole life, for a worker that nobody watches any more. */
	private static final String PROCESSOR_TIME = "-t 1800";

	private static final String NO_FILES = "-f 0";

	private static final String NO_CORE_DUMP = "-c 0";

	private static final String LAUNCHER = "org/springframework/boot/loader/launch/Launcher.class";

	private static final List<String> OPTIONS = List.of("-Xmx512m", "-Xms32m", "-Xss1m", "-XX:MaxDirectMemorySize=64m",
			"-XX:MaxMetaspaceSize=128m", "-XX:CompressedClassSpaceSize=32m", "-XX:ReservedCodeCacheSize=64m",
			"-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:+DisableAttachMechanism", "-XX:+SuppressFatalErrorMessage",
			"-XX:-CreateCoredumpOnCrash", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
			"-Djava.awt.headless=true",
			// libraries quote the documents that they read
			"-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
			"-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog");

	private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C.UTF-8", "OMP_THREAD_LIMIT", "1",
			"OPENBLAS_NUM_THREADS", "1", "MALLOC_ARENA_MAX", "2");

	private final Path natives;

	private final String classPath;

	private final Caps caps;

	private final Processes processes;

	private WorkerCommand(Path natives, String classPath, Caps caps, Processes processes) {
		this.natives = natives;
		this.classPath = classPath;
		this.caps = caps;
		this.processes = processes;
	}

	/**
	 * Looks at the machine and unpacks the native libraries, once: workers may not write.
	 * A program that is one packed jar is unpacked too, because a worker that reads its
	 * classes out of jars within a jar takes ten times as long to start.
	 * @param natives the folder for what is unpacked
	 * @param processes those that are to end with the portal
	 * @return how to start workers here
	 * @throws IOException if the folder cannot be made
	 */
	static WorkerCommand prepared(Path natives, Processes processes) throws IOException {
		Path folder = Files.createDirectories(natives.toAbsolutePath());
		var command = new WorkerCommand(folder, isPacked() ? unpackedProgram(folder, processes) : classPath(),
				Caps.of(NO_CORE_DUMP, NO_FILES, PROCESSOR_TIME, ADDRESS_SPACE), processes);
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
		return this.processes.start(builder);
	}

	private List<String> command(Path folder, String... arguments) {
		var command = new ArrayList<String>();
		command.add(java());
		command.addAll(OPTIONS);
		command.add("-Djava.io.tmpdir=" + folder);
		command.add("-Duser.home=" + folder);
		command.add("-Dorg.bytedeco.javacpp.cachedir=" + this.natives);
		command.addAll(List.of("-cp", this.classPath, Worker.class.getName()));
		command.addAll(List.of(arguments));
		return command;
	}

	/** Absolute, because a worker is at home in another folder. */
	private static String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(entry -> Path.of(entry).toAbsolutePath().toString())
			.collect(Collectors.joining(File.pathSeparator));
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/** Whether all libraries lie inside one jar. */
	private static boolean isPacked() {
		return ClassLoader.getSystemClassLoader().getResource(LAUNCHER) != null;
	}

	/** By Spring Boot's own tool, once for each jar. */
	private static String unpackedProgram(Path folder, Processes processes) throws IOException {
		Path packed = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
		Path program = folder
			.resolve("program-" + Files.size(packed) + "-" + Files.getLastModifiedTime(packed).toMillis());
		if (!Files.isDirectory(program)) {
			try (Stream<Path> others = Files.list(folder)) {
				for (Path other : others.filter(entry -> entry.getFileName().toString().startsWith("program-"))
					.toList()) {
					FileSystemUtils.deleteRecursively(other);
				}
			}
			Path half = folder.resolve("program-half");
			if (succeeds(processes.start(new ProcessBuilder(java(), "-Djarmode=tools", "-jar", packed.toString(),
					"extract", "--destination", half.toString())))) {
				Files.move(half, program);
			}
			else {
				throw new IOException("The program could not be unpacked for the workers");
			}
		}
		return program.resolve(packed.getFileName()).toString();
	}

	private void unpackNatives() throws IOException {
		Path folder = Files.createTempDirectory("resim-worker");
		try {
			if (!succeeds(start(this.caps.without("-f"), folder, Worker.PREPARE))) {
				log.info("Faces cannot be found on this machine: its native libraries do not load");
			}
		}
		finally {
			Files.deleteIfExists(folder);
		}
	}

	private static boolean succeeds(Process process) throws IOException {
		try {
			process.getOutputStream().close();
			process.getInputStream().close();
			process.getErrorStream().close();
			boolean ended = process.waitFor(180, TimeUnit.SECONDS);
			process.destroyForcibly();
			return ended && process.exitValue() == 0;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			process.destroyForcibly();
			return false;
		}
	}

}
