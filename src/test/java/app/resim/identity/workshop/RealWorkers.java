package app.resim.identity.workshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The command that starts real workers, prepared once for all tests.
 */
final class RealWorkers {

	private static @Nullable WorkerCommand prepared;

	private RealWorkers() {
	}

	static synchronized WorkerProcess.Starter here() {
		try {
			if (prepared == null) {
				prepared = WorkerCommand.prepared(Path.of("target/natives"), new Processes());
			}
			return prepared::start;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
