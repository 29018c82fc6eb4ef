package app.resim.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that a test can kill like a power cut and start again on the same data and
 * the same port.
 */
final class KilledPostgres implements AutoCloseable {

	private final Path data;

	private final int port = FreePort.anyFree();

	private @Nullable EmbeddedPostgres running;

	private KilledPostgres(Path data) {
		this.data = data;
	}

	static KilledPostgres on(Path data) {
		return new KilledPostgres(data).start();
	}

	String address() {
		return "jdbc:postgresql://localhost:" + this.port + "/postgres";
	}

	KilledPostgres start() {
		try {
			// as a server is used, not as tests are made quick
			this.running = EmbeddedPostgres.builder()
				.setDataDirectory(this.data)
				.setCleanDataDirectory(false)
				.setRegisterShutdownHook(false)
				.setPort(this.port)
				.setServerConfig("synchronous_commit", "on")
				.setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
				.setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
				.start();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Ends all its processes without any warning. */
	void kill() {
		try {
			long first = Long.parseLong(Files.readAllLines(this.data.resolve("postmaster.pid")).getFirst().strip());
			ProcessHandle postmaster = ProcessHandle.of(first).orElseThrow();
			List<ProcessHandle> all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
			all.forEach(ProcessHandle::destroyForcibly);
			for (ProcessHandle process : all) {
				process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
			}
			close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		if (this.running != null) {
			try {
				this.running.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.running = null;
		}
	}

}
