package app.resim.identity.workshop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.Side;
import app.resim.identity.spool.Upload;
import app.resim.identity.worker.Answer;
import app.resim.identity.workshop.Failure.Cause;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few workers, each started when it is first needed and kept warm from then on. A file
 * that brings its worker down costs that one upload: the worker is replaced in the
 * background before the next file comes.
 *
 * @see "decision 0010"
 */
public final class Workshop implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Workshop.class);

	private static final long START_LIMIT = TimeUnit.SECONDS.toMillis(30);

	private final WorkerProcess.Starter starter;

	private final Terms terms;

	private final Consumer<String> replaced;

	private final BlockingDeque<Bench> benches = new LinkedBlockingDeque<>();

	private final ScheduledExecutorService clock = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("worker-clock").daemon().factory());

	private volatile boolean closed;

	/**
	 * Opens a workshop; no worker is started yet.
	 * @param natives the folder for native libraries
	 * @param terms how many, how long
	 * @param replaced is told why a worker was replaced, in one word
	 */
	public Workshop(Path natives, Terms terms, Consumer<String> replaced) {
		this(new FirstPrepares(natives), terms, replaced);
	}

	Workshop(WorkerProcess.Starter starter, Terms terms, Consumer<String> replaced) {
		this.starter = starter;
		this.terms = terms;
		this.replaced = replaced;
		IntStream.range(0, terms.workers()).forEach(bench -> this.benches.add(new Bench()));
	}

	/**
	 * Has a file examined by the next free worker.
	 * @param upload the file; left open
	 * @param side what it is said to show
	 * @return what the worker says; busy if none is free in time, failed if it broke down
	 */
	public Answer examine(Upload upload, Side side) {
		Bench bench = null;
		try {
			bench = this.benches.pollFirst(this.terms.patience().toMillis(), TimeUnit.MILLISECONDS);
			if (bench == null || this.closed) {
				return new Answer.Unfit(Refusal.BUSY);
			}
			return bench.examine(upload, side);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Answer.Unfit(Refusal.BUSY);
		}
		finally {
			if (bench != null) {
				giveBack(bench);
			}
		}
	}

	/** Starts a worker in the background if none is warm. */
	public void warmUp() {
		Thread.ofPlatform().daemon().name("worker-start").start(() -> {
			Bench bench = this.benches.pollFirst();
			if (bench != null) {
				bench.warmUp();
				giveBack(bench);
			}
		});
	}

	/** In front: the one that is warm is taken first. */
	private void giveBack(Bench bench) {
		this.benches.addFirst(bench);
		if (this.closed) {
			bench.clear();
		}
	}

	@Override
	public void close() {
		this.closed = true;
		this.starter.close();
		List<Bench> cleared = new ArrayList<>();
		try {
			// those at work come back at once, because their workers are gone
			for (int place = 0; place < this.terms.workers(); place++) {
				Bench bench = this.benches.pollLast(5, TimeUnit.SECONDS);
				if (bench != null) {
					bench.clear();
					cleared.add(bench);
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		// for those who still wait for one, to be told that it is too late
		this.benches.addAll(cleared);
		this.clock.shutdownNow();
	}

	/**
	 * How a workshop works.
	 *
	 * @param workers how many files at a time
	 * @param patience how long a file waits for a free worker
	 * @param limit how long a worker may take
	 * @param jobs how many files a worker opens in its life
	 */
	public record Terms(int workers, Duration patience, Duration limit, int jobs) {
	}

	/** The place of one worker, held by one thread at a time. */
	private final class Bench {

		private @Nullable WorkerProcess worker;

		Answer examine(Upload upload, Side side) {
			try {
				WorkerProcess ready = ready();
				Answer answer = ready.examine(upload, side, Workshop.this.terms.limit().toMillis());
				if (ready.jobs() >= Workshop.this.terms.jobs()) {
					replace(Cause.WORN);
				}
				return answer;
			}
			catch (Failure ex) {
				if (ex.what() == Cause.START) {
					log.error("A worker cannot be started", ex);
				}
				replace(ex.what());
				return new Answer.Unfit(Refusal.FAILED);
			}
		}

		private synchronized WorkerProcess ready() throws Failure {
			if (this.worker != null && !this.worker.isAlive() && !Workshop.this.closed) {
				count(Cause.CRASH);
				clear();
			}
			if (this.worker == null) {
				this.worker = WorkerProcess.start(Workshop.this.starter, Workshop.this.clock, START_LIMIT);
			}
			return this.worker;
		}

		synchronized void warmUp() {
			try {
				if (!Workshop.this.closed) {
					ready();
				}
			}
			catch (Failure ex) {
				// the next file tries again, and says so
				log.debug("A worker could not be warmed up");
			}
		}

		private void replace(Cause cause) {
			count(cause);
			clear();
			if (cause != Cause.START) {
				Thread.ofPlatform().daemon().name("worker-start").start(this::warmUp);
			}
		}

		private void count(Cause cause) {
			if (!Workshop.this.closed) {
				log.info("A worker is replaced: {}", cause);
				Workshop.this.replaced.accept(cause.name().toLowerCase(Locale.ROOT));
			}
		}

		synchronized void clear() {
			if (this.worker != null) {
				this.worker.close();
				this.worker = null;
			}
		}

	}

	/** Looks at the machine when the first worker is started, not when the portal is. */
	private static final class FirstPrepares implements WorkerProcess.Starter {

		private final Path natives;

		private final Processes processes = new Processes();

		private @Nullable WorkerCommand command;

		FirstPrepares(Path natives) {
			this.natives = natives;
		}

		@Override
		public Process start(Path folder) throws IOException {
			return prepared().start(folder);
		}

		private synchronized WorkerCommand prepared() throws IOException {
			if (this.command == null) {
				this.command = WorkerCommand.prepared(this.natives, this.processes);
			}
			return this.command;
		}

		@Override
		public void close() {
			this.processes.close();
		}

	}

}
