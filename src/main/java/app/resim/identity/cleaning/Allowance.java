package app.resim.identity.cleaning;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;

import app.resim.identity.Acceptance.Refusal;

import com.sun.management.ThreadMXBean;

/**
 * What reading one file may cost. Asked at every read and every drawing step, because
 * decoders themselves neither count memory nor heed an interruption.
 */
final class Allowance {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private long end;

	private Allowance(long end) {
		this.end = end;
	}

	/** For formats whose pixels, counted beforehand, bound the memory. */
	static Allowance ofTime() {
		return new Allowance(Long.MAX_VALUE);
	}

	/** For formats in which a few bytes can stand for any number. */
	static Allowance ofTimeAndMemory(long bytes) {
		return new Allowance(THREADS.getCurrentThreadAllocatedBytes() + bytes);
	}

	/**
	 * Does something whose need is known: up to that, it does not count.
	 * @param need in bytes
	 * @param work what to do
	 * @throws IOException as the work does
	 */
	void beside(long need, Work work) throws IOException {
		long endBefore = this.end;
		long start = THREADS.getCurrentThreadAllocatedBytes();
		this.end = endBefore + need;
		work.run();
		this.end = endBefore + Math.min(need, THREADS.getCurrentThreadAllocatedBytes() - start);
	}

	/**
	 * Goes on, or not.
	 * @throws InterruptedIOException if the thread was told to stop
	 * @throws UnfitFile if the file took too much memory
	 */
	void check() throws InterruptedIOException, UnfitFile {
		if (Thread.currentThread().isInterrupted()) {
			throw new InterruptedIOException();
		}
		if (THREADS.getCurrentThreadAllocatedBytes() > this.end) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
	}

	/** Something that may fail for reasons in the file. */
	@FunctionalInterface
	interface Work {

		void run() throws IOException;

	}

}
