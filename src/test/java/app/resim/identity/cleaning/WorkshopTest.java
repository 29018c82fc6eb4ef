package app.resim.identity.cleaning;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import app.resim.identity.Acceptance.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@Timeout(30)
class WorkshopTest {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration SHORT = Duration.ofMillis(20);

	private static final Cleaning DONE = new Cleaning.Cleaned(new byte[0], 600, 600);

	private static final Cleaning BUSY = new Cleaning.Unfit(Refusal.BUSY);

	private final CountDownLatch started = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	private final CountDownLatch ended = new CountDownLatch(1);

	private final AtomicBoolean told = new AtomicBoolean();

	private Workshop workshop = new Workshop(file -> DONE, 1, LONG, LONG);

	@AfterEach
	void close() {
		this.released.countDown();
		this.workshop.close();
	}

	@Test
	void whatTheCleanerAnswersIsPassedOn() {
		assertThat(this.workshop.clean(new byte[1])).isSameAs(DONE);
		assertThat(this.workshop.clean(new byte[1])).isSameAs(DONE);
	}

	@Test
	void aFileThatFindsNoPlaceInTimeIsToldSo() throws InterruptedException {
		this.workshop = new Workshop(waiting(), 1, SHORT, LONG);
		var first = CompletableFuture.supplyAsync(() -> this.workshop.clean(new byte[1]));
		this.started.await();

		assertThat(this.workshop.clean(new byte[1])).isEqualTo(BUSY);

		this.released.countDown();
		assertThat(first.join()).isSameAs(DONE);
		assertThat(this.workshop.clean(new byte[1])).isSameAs(DONE);
	}

	@Test
	void twoPlacesServeTwoFilesAtATime() throws InterruptedException {
		var both = new CountDownLatch(2);
		this.workshop = new Workshop(file -> {
			both.countDown();
			await(both);
			return DONE;
		}, 2, LONG, LONG);
		var first = CompletableFuture.supplyAsync(() -> this.workshop.clean(new byte[1]));

		assertThat(this.workshop.clean(new byte[1])).isSameAs(DONE);
		assertThat(first.join()).isSameAs(DONE);
	}

	@Test
	void aFileThatTakesTooLongIsGivenUpAndTheCleanerTold() throws InterruptedException {
		this.workshop = new Workshop(waiting(), 1, LONG, SHORT);

		assertThat(this.workshop.clean(new byte[1])).isEqualTo(BUSY);

		this.ended.await();
		assertThat(this.told).isTrue();
	}

	@Test
	void aPlaceIsFreeAgainOnceAFileGivenUpHasEnded() {
		var stubborn = new AtomicBoolean(true);
		this.workshop = new Workshop(file -> {
			if (stubborn.getAndSet(false)) {
				await(this.released);
			}
			return DONE;
		}, 1, LONG, Duration.ofMillis(500));

		assertThat(this.workshop.clean(new byte[1])).isEqualTo(BUSY);
		this.released.countDown();

		assertThat(this.workshop.clean(new byte[1])).isSameAs(DONE);
	}

	@Test
	void aFaultOfTheCleanerIsAFaultAndKeepsNoPlace() {
		var broken = new AtomicBoolean(true);
		this.workshop = new Workshop(file -> {
			if (broken.getAndSet(false)) {
				throw new IllegalStateException("broken");
			}
			return DONE;
		}, 1, LONG, LONG);

		assertThatIllegalStateException().isThrownBy(() -> this.workshop.clean(new byte[1]));
		assertThat(this.workshop.clean(new byte[1])).isSameAs(DONE);
	}

	@Test
	void aClosedWorkshopIsBusy() {
		this.workshop.close();

		assertThat(this.workshop.clean(new byte[1])).isEqualTo(BUSY);
	}

	@Test
	void aRealDrawingThatTakesTooLongIsEnded() {
		this.workshop = new Workshop(new Cleaner()::clean, 1, LONG, Duration.ofMillis(1));

		assertThat(this.workshop.clean(Files.jpeg(4_000, 3_000))).isEqualTo(BUSY);
	}

	private Function<byte[], Cleaning> waiting() {
		return file -> {
			this.started.countDown();
			try {
				this.released.await();
			}
			catch (InterruptedException ex) {
				this.told.set(true);
			}
			this.ended.countDown();
			return DONE;
		};
	}

	/** Does not heed an interruption. */
	private static void await(CountDownLatch latch) {
		while (true) {
			try {
				latch.await();
				return;
			}
			catch (InterruptedException ex) {
				Thread.yield();
			}
		}
	}

}
