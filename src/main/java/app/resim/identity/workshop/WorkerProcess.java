package app.resim.identity.workshop;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import app.resim.identity.Side;
import app.resim.identity.spool.Upload;
import app.resim.identity.worker.Answer;
import app.resim.identity.worker.Frames;
import app.resim.identity.workshop.Failure.Cause;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One worker, as the portal holds it. Answers one file at a time; after a failure it is
 * dead.
 */
final class WorkerProcess implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(WorkerProcess.class);

	private static final int COMPLAINT = 200;

	private final Path folder;

	private final Process process;

	private final ScheduledExecutorService clock;

	private final DataInputStream in;

	private final DataOutputStream out;

	private volatile boolean late;

	private int jobs;

	private WorkerProcess(Path folder, Process process, ScheduledExecutorService clock) {
		this.folder = folder;
		this.process = process;
		this.clock = clock;
		this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
		this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
		// no virtual one: reading a pipe would hold one of the few threads that carry
		// them all
		Thread.ofPlatform().daemon().name("worker-complaints").start(() -> complaints(process.getErrorStream()));
	}

	/**
	 * Starts a worker and waits until it is ready.
	 * @param starter starts the process in a folder
	 * @param clock ends it when it takes too long
	 * @param limit in milliseconds
	 * @return the worker
	 * @throws Failure if it does not start
	 */
	static WorkerProcess start(Starter starter, ScheduledExecutorService clock, long limit) throws Failure {
		try {
			Path folder = Files.createTempDirectory("resim-worker");
			var worker = new WorkerProcess(folder, starter.start(folder), clock);
			worker.watched(limit, () -> {
				Frames.awaitReady(worker.in);
				return worker;
			});
			return worker;
		}
		catch (IOException ex) {
			throw new Failure(Cause.START, ex);
		}
		catch (Failure ex) {
			throw new Failure(Cause.START, ex);
		}
	}

	/**
	 * Has a file examined.
	 * @param upload the file
	 * @param side what it is said to show
	 * @param limit in milliseconds
	 * @return what the worker says
	 * @throws Failure if it says nothing useful; it is dead then
	 */
	Answer examine(Upload upload, Side side, long limit) throws Failure {
		this.jobs++;
		return watched(limit, () -> {
			if (this.in.available() > 0) {
				throw new Failure(Cause.GARBAGE, null);
			}
			try (InputStream file = upload.open()) {
				Frames.send(this.out, file, side);
			}
			return Frames.answer(this.in);
		});
	}

	int jobs() {
		return this.jobs;
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	private <T> T watched(long limit, Talk<T> talk) throws Failure {
		var end = this.clock.schedule(this::giveUp, limit, TimeUnit.MILLISECONDS);
		try {
			return talk.talk();
		}
		catch (Failure ex) {
			close();
			throw ex;
		}
		catch (Frames.Garbage ex) {
			close();
			throw new Failure(Cause.GARBAGE, ex);
		}
		catch (IOException | RuntimeException ex) {
			close();
			throw new Failure(this.late ? Cause.TIMEOUT : Cause.CRASH, ex);
		}
		finally {
			end.cancel(false);
		}
	}

	private void giveUp() {
		this.late = true;
		this.process.destroyForcibly();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		try (var files = Files.list(this.folder)) {
			for (Path file : files.toList()) {
				Files.deleteIfExists(file);
			}
			Files.deleteIfExists(this.folder);
		}
		catch (IOException ex) {
			log.debug("A worker's folder stays behind");
		}
	}

	/** Reads all, keeps the first line, and of that only plain characters. */
	private static void complaints(InputStream errors) {
		try (errors) {
			byte[] start = errors.readNBytes(COMPLAINT);
			if (start.length > 0) {
				log.debug("A worker says: {}",
						new String(start, StandardCharsets.US_ASCII).lines()
							.findFirst()
							.orElse("")
							.replaceAll("[^A-Za-z .:,()-]", "?"));
			}
			errors.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException | UncheckedIOException ex) {
			log.debug("A worker has ended");
		}
	}

	/** Starts a process in an empty folder. */
	@FunctionalInterface
	interface Starter {

		Process start(Path folder) throws IOException;

		/** Ends all that were started, and starts no more. */
		default void close() {
		}

	}

	/** Something said to the worker and answered. */
	private interface Talk<T> {

		T talk() throws IOException, Failure;

	}

}
