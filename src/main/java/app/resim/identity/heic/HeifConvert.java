package app.resim.identity.heic;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import app.resim.identity.spool.Spool;
import app.resim.identity.spool.Upload;
import app.resim.identity.workshop.Caps;
import org.jspecify.annotations.Nullable;

/**
 * Runs libheif's {@code heif-convert}. It wants files, so it gets them in a folder of the
 * memory file system, which are deleted at once; without one nothing is converted. What
 * it writes is then opened by a worker like any other upload.
 */
public final class HeifConvert implements AutoCloseable {

	private static final Path MEMORY = Path.of("/dev/shm");

	private static final String PREFIX = "resim-heic-";

	/**
	 * A file with several pictures gives several; the first is the photo. The script
	 * clears up after itself even where the portal was killed meanwhile.
	 */
	private static final String SCRIPT = "trap 'rm -f in.heic out*.jpg' EXIT; cat >in.heic && "
			+ "\"$0\" -q 90 in.heic out.jpg >/dev/null 2>&1 "
			+ "&& for file in out.jpg out-1.jpg; do [ -f \"$file\" ] && cat \"$file\" && exit 0; done; exit 1";

	private final Path program;

	private final Duration limit;

	private final Semaphore places;

	private final ScheduledExecutorService clock = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("heic-clock").daemon().factory());

	private @Nullable Caps caps;

	private HeifConvert(Path program, int places, Duration limit) {
		this.program = program;
		this.places = new Semaphore(places);
		this.limit = limit;
	}

	/**
	 * Finds the program.
	 * @param setting its path, {@code none}, or empty to look for it on the search path
	 * @param places how many files at a time
	 * @param limit how long one may take
	 * @return empty where HEIC cannot be converted
	 */
	public static Optional<HeifConvert> find(String setting, int places, Duration limit) {
		if (setting.equals("none") || !Files.isDirectory(MEMORY)) {
			return Optional.empty();
		}
		Stream<Path> candidates = setting.isBlank() ? onSearchPath() : Stream.of(Path.of(setting));
		return candidates.filter(Files::isExecutable)
			.findFirst()
			.map(program -> new HeifConvert(program.toAbsolutePath(), places, limit));
	}

	private static Stream<Path> onSearchPath() {
		String path = System.getenv().getOrDefault("PATH", "");
		return Arrays.stream(path.split(File.pathSeparator))
			.filter(folder -> !folder.isBlank())
			.map(folder -> Path.of(folder, "heif-convert"));
	}

	/**
	 * Converts.
	 * @param heic the photo; left open
	 * @param spool takes the JPEG
	 * @param most how many bytes of it are wanted
	 * @return the JPEG, or empty if the photo cannot be opened
	 * @throws InterruptedException if the thread was told to stop
	 */
	public Optional<Upload> convert(Upload heic, Spool spool, int most) throws InterruptedException {
		if (!this.places.tryAcquire(this.limit.toMillis(), TimeUnit.MILLISECONDS)) {
			return Optional.empty();
		}
		try {
			Path folder = Files.createTempDirectory(MEMORY, PREFIX);
			try {
				return converted(folder, heic, spool, most);
			}
			finally {
				delete(folder);
			}
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		finally {
			this.places.release();
		}
	}

	private Optional<Upload> converted(Path folder, Upload heic, Spool spool, int most)
			throws IOException, InterruptedException {
		var builder = new ProcessBuilder(caps().around(List.of("/bin/sh", "-c", SCRIPT, this.program.toString())));
		builder.directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
		builder.environment().keySet().retainAll(List.of("PATH"));
		Process process = builder.start();
		var end = this.clock.schedule(() -> kill(process), this.limit.toMillis(), TimeUnit.MILLISECONDS);
		try (InputStream jpeg = process.getInputStream()) {
			try (InputStream from = heic.open(); OutputStream to = process.getOutputStream()) {
				from.transferTo(to);
			}
			return picture(spool.take(jpeg, most), process);
		}
		finally {
			end.cancel(false);
			kill(process);
			process.waitFor();
		}
	}

	private static Optional<Upload> picture(Upload jpeg, Process process) throws InterruptedException {
		if (jpeg.size() > 0 && process.waitFor() == 0) {
			return Optional.of(jpeg);
		}
		jpeg.close();
		return Optional.empty();
	}

	private synchronized Caps caps() {
		if (this.caps == null) {
			// a block has 512 or 1024 bytes
			this.caps = Caps.of("-c 0", "-t 20", "-v 1500000", "-f 65536");
		}
		return this.caps;
	}

	private static void kill(Process process) {
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.toList()) {
				Files.deleteIfExists(file);
			}
		}
		Files.deleteIfExists(folder);
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
	}

}
