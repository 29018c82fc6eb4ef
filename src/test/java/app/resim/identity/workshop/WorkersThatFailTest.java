package app.resim.identity.workshop;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.identity.spool.Upload;
import app.resim.identity.worker.Answer;
import app.resim.identity.worker.Faces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(120)
class WorkersThatFailTest {

	private static final byte[] CARD = SpecimenPictures.small(SpecimenPictures.idCard());

	private static final Duration LONG = Duration.ofSeconds(60);

	private final List<ProcessHandle> others = ProcessHandle.current().children().toList();

	private static final Answer FAILED = new Answer.Unfit(Refusal.FAILED);

	private final List<String> replaced = Collections.synchronizedList(new ArrayList<>());

	private Workshop workshop = real(1, 100, LONG);

	@AfterEach
	void close() {
		this.workshop.close();
	}

	@Test
	void aWorkerExaminesOneFileAfterTheOther() {
		for (int file = 0; file < 3; file++) {
			assertThat(examine()).isInstanceOfSatisfying(Answer.Examined.class, seen -> {
				assertThat(seen.width()).isEqualTo(640);
				assertThat(seen.jpeg()).startsWith(0xFF, 0xD8, 0xFF);
				assertThat(seen.faces()).isEqualTo(Faces.FOUND);
				assertThat(seen.zones()).isEmpty();
			});
		}
		assertThat(this.replaced).isEmpty();
	}

	@Test
	void aWorkerKilledDuringAJobCostsOneUpload() {
		assertThat(examine()).isInstanceOf(Answer.Examined.class);

		assertThat(this.workshop.examine(upload(() -> killing(new ByteArrayInputStream(CARD))), Side.FRONT))
			.isEqualTo(FAILED);

		assertThat(examine()).isInstanceOf(Answer.Examined.class);
		assertThat(this.replaced).containsExactly("crash");
	}

	@Test
	void aWorkerKilledWhileItIsIdleCostsNothing() {
		assertThat(examine()).isInstanceOf(Answer.Examined.class);
		killWorkers();

		assertThat(examine()).isInstanceOf(Answer.Examined.class);
		assertThat(this.replaced).containsExactly("crash");
	}

	@Test
	void aWorkerIsReplacedAfterSomeFiles() {
		this.workshop.close();
		this.workshop = real(1, 2, LONG);

		for (int file = 0; file < 5; file++) {
			assertThat(examine()).isInstanceOf(Answer.Examined.class);
		}
		assertThat(this.replaced).containsExactly("worn", "worn");
	}

	@ParameterizedTest
	@CsvSource({ "hangs, timeout", "dies, crash", "answers garbage, garbage", "answers too much, garbage",
			"breaks off, crash", "answers a picture of its own, garbage", "speaks first, garbage" })
	void aBadWorkerCostsOneUpload(String how, String cause) {
		this.workshop.close();
		this.workshop = bad(how);

		assertThat(examine()).isEqualTo(FAILED);
		assertThat(examine()).isEqualTo(FAILED);
		assertThat(this.replaced).containsExactly(cause, cause);
	}

	@Test
	void whatIsNoWorkerIsNeverWaitedForLong() {
		this.workshop.close();
		this.workshop = bad("not a worker");

		assertThat(examine()).isEqualTo(FAILED);
		assertThat(this.replaced).containsExactly("start");
	}

	@Test
	void aFileForWhichNoWorkerIsFreeIsToldSo() throws InterruptedException {
		this.workshop.close();
		this.workshop = new Workshop(RealWorkers.here(), new Workshop.Terms(1, Duration.ofMillis(50), LONG, 100),
				this.replaced::add);
		var busy = new CountDownLatch(1);
		var free = new CountDownLatch(1);
		var first = CompletableFuture.supplyAsync(() -> this.workshop.examine(upload(() -> {
			busy.countDown();
			await(free);
			return new ByteArrayInputStream(CARD);
		}), Side.FRONT));
		busy.await();

		assertThat(examine()).isEqualTo(new Answer.Unfit(Refusal.BUSY));

		free.countDown();
		assertThat(first.join()).isInstanceOf(Answer.Examined.class);
	}

	@Test
	void twoWorkersServeTwoFilesAtATime() {
		this.workshop.close();
		this.workshop = real(2, 100, LONG);
		var both = new CountDownLatch(2);
		List<CompletableFuture<Answer>> files = List.of(1, 2)
			.stream()
			.map(file -> CompletableFuture.supplyAsync(() -> this.workshop.examine(upload(() -> {
				both.countDown();
				await(both);
				return new ByteArrayInputStream(CARD);
			}), Side.FRONT)))
			.toList();

		assertThat(files).allSatisfy(file -> assertThat(file.join()).isInstanceOf(Answer.Examined.class));
	}

	@Test
	void aClosedWorkshopIsBusyAndLeavesNoProcess() {
		assertThat(examine()).isInstanceOf(Answer.Examined.class);
		List<ProcessHandle> workers = workers();
		this.workshop.close();

		assertThat(examine()).isEqualTo(new Answer.Unfit(Refusal.BUSY));
		assertThat(workers).isNotEmpty().allSatisfy(worker -> assertThat(worker.onExit()).succeedsWithin(LONG));
	}

	private Answer examine() {
		return this.workshop.examine(upload(() -> new ByteArrayInputStream(CARD)), Side.FRONT);
	}

	private Workshop real(int workers, int jobs, Duration limit) {
		return new Workshop(RealWorkers.here(), new Workshop.Terms(workers, LONG, limit, jobs), this.replaced::add);
	}

	private Workshop bad(String how) {
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		return new Workshop(
				folder -> new ProcessBuilder(java, "-Xshare:auto", "-cp", "target/test-classes",
						BadWorker.class.getName(), how)
					.start(),
				new Workshop.Terms(1, LONG, Duration.ofSeconds(3), 100), this.replaced::add);
	}

	/** Kills the worker when half of the file has been read. */
	private InputStream killing(InputStream file) {
		return new FilterInputStream(file) {
			@Override
			public int readNBytes(byte[] into, int from, int length) throws IOException {
				killWorkers();
				return super.readNBytes(into, from, length);
			}
		};
	}

	private void killWorkers() {
		workers().forEach(worker -> {
			worker.destroyForcibly();
			worker.onExit().join();
		});
	}

	/** Only this test's: another one's portal may still have some of its own. */
	private List<ProcessHandle> workers() {
		return ProcessHandle.current()
			.children()
			.filter(child -> isJava(child) && !this.others.contains(child))
			.toList();
	}

	private static boolean isJava(ProcessHandle child) {
		return child.info().command().orElse("").endsWith("java");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Upload upload(Content content) {
		return new Upload() {
			@Override
			public long size() {
				return CARD.length;
			}

			@Override
			public byte[] hash() {
				return new byte[32];
			}

			@Override
			public InputStream open() throws IOException {
				return content.open();
			}

			@Override
			public void close() {
			}
		};
	}

	private interface Content {

		InputStream open() throws IOException;

	}

}
