package app.resim.identity.workshop;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The processes of one workshop, so that none outlives it: neither a worker nor one that
 * is only being prepared.
 */
final class Processes implements AutoCloseable {

	private final Set<Process> running = ConcurrentHashMap.newKeySet();

	private boolean closed;

	synchronized Process start(ProcessBuilder builder) throws IOException {
		if (this.closed) {
			throw new IOException("The workshop is closed");
		}
		Process process = builder.start();
		this.running.add(process);
		process.onExit().thenAccept(this.running::remove);
		return process;
	}

	/** Ends all, and waits until they have ended. */
	@Override
	public synchronized void close() {
		this.closed = true;
		this.running.forEach(Process::destroyForcibly);
		try {
			for (Process process : this.running) {
				process.waitFor(5, TimeUnit.SECONDS);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
