package app.resim.identity.workshop;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What workers cost others in the same process while they have nothing to do.
 */
class IdleWorkersTest {

	/** Says that it is ready, and waits. */
	private static final String IDLE = "printf RESM; exec cat";

	/**
	 * Reading a pipe holds the thread below a virtual one, and there are only as many as
	 * processors: with some workers the calls to the SM-DP+ stood still.
	 */
	@Test
	void theyHoldNoThreadThatCarriesVirtualOnes() throws Exception {
		Set<Thread> before = listening();
		try (var clock = Executors.newSingleThreadScheduledExecutor()) {
			WorkerProcess worker = WorkerProcess.start(
					folder -> new ProcessBuilder("sh", "-c", IDLE).directory(folder.toFile()).start(), clock,
					TimeUnit.SECONDS.toMillis(30));
			try {
				Set<Thread> after = listening();
				// workers of other tests may be ending at this moment
				after.removeAll(before);
				assertThat(after).hasSize(1);
			}
			finally {
				worker.close();
			}
		}
	}

	/** Only platform threads are listed. */
	private static Set<Thread> listening() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter(each -> each.getName().equals("worker-complaints"))
			.collect(Collectors.toCollection(HashSet::new));
	}

}
