package app.resim.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * A process beside this one that is killed like a power cut, frozen, and started again on
 * the same data and the same port.
 */
final class Counterpart implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final String name;

	private final List<String> command;

	private final Path log;

	private final BooleanSupplier answers;

	private @Nullable Process process;

	Counterpart(String name, List<String> command, Path log, BooleanSupplier answers) {
		this.name = name;
		this.command = command;
		this.log = log;
		this.answers = answers;
	}

	String name() {
		return this.name;
	}

	/** Starts it and waits until it answers. */
	synchronized Counterpart start() {
		try {
			Process started = new ProcessBuilder(this.command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()))
				.start();
			this.process = started;
			long begin = System.nanoTime();
			while (!this.answers.getAsBoolean()) {
				if (!started.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
					throw new IllegalStateException(this.name + " does not start, see " + this.log);
				}
				Thread.sleep(50);
			}
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Ends it without any warning ({@code SIGKILL}). */
	synchronized void kill() {
		Process running = this.process;
		if (running != null) {
			try {
				running.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
		this.process = null;
	}

	/** Takes the processor from it. Its connections stay open and say nothing. */
	void freeze() {
		signal("-STOP");
	}

	void thaw() {
		signal("-CONT");
	}

	private synchronized void signal(String what) {
		Process running = this.process;
		if (running == null) {
			return;
		}
		try {
			new ProcessBuilder("kill", what, "" + running.pid()).start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		kill();
	}

}
