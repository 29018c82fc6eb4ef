package app.resim.identity.cleaning;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import app.resim.identity.Acceptance.Refusal;

/**
 * Cleans few files at a time, each within a time limit, so that hostile or many files
 * cost the portal neither its memory nor its threads.
 */
public final class Workshop implements AutoCloseable {

	private static final Cleaning BUSY = new Cleaning.Unfit(Refusal.BUSY);

	private final Function<byte[], Cleaning> cleaner;

	private final Duration patience;

	private final Duration limit;

	private final Semaphore places;

	private final ExecutorService threads;

	/**
	 * Opens a workshop.
	 * @param cleaner what is done to a file; heeds interruption
	 * @param places how many files at a time
	 * @param patience how long a file waits for a place
	 * @param limit how long it may take
	 */
	public Workshop(Function<byte[], Cleaning> cleaner, int places, Duration patience, Duration limit) {
		this.cleaner = cleaner;
		this.patience = patience;
		this.limit = limit;
		this.places = new Semaphore(places, true);
		this.threads = Executors.newFixedThreadPool(places,
				Thread.ofPlatform().name("cleaning-", 0).daemon().factory());
	}

	/**
	 * Cleans a file on another thread.
	 * @param file the bytes as received
	 * @return what became of it; busy if there was no place or not enough time
	 */
	public Cleaning clean(byte[] file) {
		try {
			if (!this.places.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS)) {
				return BUSY;
			}
			var work = new FutureTask<>(() -> this.cleaner.apply(file));
			start(work);
			return await(work);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return BUSY;
		}
		catch (RejectedExecutionException ex) {
			this.places.release();
			return BUSY;
		}
	}

	/** The place is free when the work has ended, not when somebody stops waiting. */
	private void start(FutureTask<Cleaning> work) {
		this.threads.execute(() -> {
			try {
				work.run();
			}
			finally {
				this.places.release();
			}
		});
	}

	private Cleaning await(FutureTask<Cleaning> work) throws InterruptedException {
		try {
			return work.get(this.limit.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException ex) {
			return BUSY;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("The cleaner failed", ex.getCause());
		}
		finally {
			work.cancel(true);
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
	}

}
