package app.resim.identity.bucket;

import java.time.Duration;
import java.util.UUID;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.identity.bucket.TroubledStore.Manner;
import app.resim.identity.database.VaultOf;
import app.resim.identity.port.Vault.Unreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class StoreInTroubleTest {

	private static final UUID NAME = UUID.fromString("0b8f3f0e-90c1-4d6c-8a43-5f1f1c9f7a11");

	private static final UUID OTHER = UUID.fromString("6f6d0c7e-4b52-4a43-9d5c-0f3a5b1e2c4d");

	private static final byte[] BIG = new byte[4_000_000];

	private final JdbcClient database = JdbcClient.create(FreshDatabase.h2());

	private final MovingClock clock = new MovingClock();

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DELETES")
	void readingFailsInTimeAndIsNeverTakenForAnAnswer(Manner manner) {
		try (var store = new TroubledStore(manner); Bucket bucket = store.bucket()) {
			assertFailsInTime(() -> bucket.get(NAME));
			assertThat(store.calls()).isLessThanOrEqualTo(2);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "HANGS", "CLOSES", "FAILS", "REFUSES", "HAS_NO_BUCKET", "TALKS_GARBAGE" })
	void writingDeletingAndLookingFailInTime(Manner manner) {
		try (var store = new TroubledStore(manner); Bucket bucket = store.bucket()) {
			assertFailsInTime(() -> bucket.put(NAME, BIG));
			assertFailsInTime(() -> bucket.delete(NAME));
		}
	}

	@Test
	void aStoreThatIsDownIsUnreachable() {
		var store = new TroubledStore(Manner.DELETES);
		store.close();
		try (Bucket bucket = store.bucket()) {
			for (int call = 0; call < 5; call++) {
				assertThat(store.health().answers()).as("as far as anybody knows").isTrue();
				assertFailsInTime(() -> bucket.get(NAME));
			}
			assertThat(store.health().answers()).isFalse();
		}
	}

	@Test
	void anUploadThatFailedIsClearedWhenTheStoreIsBack() {
		try (var store = new TroubledStore(Manner.FAILS); Bucket bucket = store.bucket()) {
			var leftovers = new Leftovers(this.database, bucket, this.clock);
			var vault = new BucketVault(bucket, leftovers, VaultOf.database(this.database));
			assertFailsInTime(() -> vault.take(NAME, BIG));
			store.now(Manner.DELETES);

			assertThat(leftovers.clear()).isZero();
			this.clock.move(Leftovers.GRACE);
			assertThat(leftovers.clear()).isEqualTo(1);
			assertThat(left()).isZero();
		}
	}

	@Test
	void aDeletionThatFailsIsTriedAgainUntilItSucceeds() {
		try (var store = new TroubledStore(Manner.FAILS); Bucket bucket = store.bucket()) {
			var leftovers = new Leftovers(this.database, bucket, this.clock);
			leftovers.add(NAME);

			assertThat(leftovers.clear()).isZero();
			int calls = store.calls();
			assertThat(leftovers.clear()).isZero();
			assertThat(store.calls()).as("nothing is hurried").isEqualTo(calls);
			this.clock.move(Leftovers.PAUSE);
			assertThat(leftovers.clear()).isZero();
			store.now(Manner.DELETES);
			this.clock.move(Leftovers.PAUSE);
			assertThat(leftovers.clear()).isEqualTo(1);
			assertThat(left()).isZero();
		}
	}

	@Test
	void aStoreThatIsDownIsAskedOnceInARoundAndNotForEveryName() {
		try (var store = new TroubledStore(Manner.REFUSES); Bucket bucket = store.bucket()) {
			var leftovers = new Leftovers(this.database, bucket, this.clock);
			for (int i = 0; i < 20; i++) {
				leftovers.add(UUID.randomUUID());
			}
			leftovers.clear();

			assertThat(store.calls()).isEqualTo(1);
			assertThat(left()).isEqualTo(20);
		}
	}

	@Test
	void aNameThatCannotBeDeletedHoldsNoOtherBack() {
		try (var store = new TroubledStore(Manner.DELETES); Bucket bucket = store.bucket()) {
			var leftovers = new Leftovers(this.database, bucket, this.clock);
			store.refusesToDelete(NAME.toString());
			leftovers.add(NAME);
			this.clock.move(Duration.ofSeconds(1));
			leftovers.add(OTHER);

			assertThat(leftovers.clear()).isZero();
			assertThat(leftovers.clear()).isEqualTo(1);
			assertThat(leftovers.holds(NAME)).isTrue();
			assertThat(leftovers.holds(OTHER)).isFalse();
		}
	}

	private int left() {
		return this.database.sql("SELECT COUNT(*) FROM identity_leftover").query(Integer.class).single();
	}

	private static void assertFailsInTime(Runnable call) {
		long begun = System.nanoTime();
		assertThatExceptionOfType(Unreachable.class).isThrownBy(call::run);
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(TroubledStore.LIMIT.multipliedBy(3));
	}

}
