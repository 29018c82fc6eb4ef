package app.resim.identity.bucket;

import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.counterpart.SomeCounterparts;
import app.resim.identity.database.VaultOf;
import app.resim.identity.port.Vault;
import app.resim.identity.port.Vault.Unreachable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What lies in the bucket itself, and what becomes of it.
 */
class PicturesInABucketTest {

	private static final UUID NAME = UUID.fromString("6f6d0c7e-4b52-4a43-9d5c-0f3a5b1e2c4d");

	private final S3Server server = S3Server.shared();

	private final DataSource source = FreshDatabase.h2();

	private final JdbcClient database = JdbcClient.create(this.source);

	private final TransactionTemplate transaction = new TransactionTemplate(
			new DataSourceTransactionManager(this.source));

	private final MovingClock clock = new MovingClock();

	private final String bucket = this.server.freshBucket();

	private final Vault vault = this.server.vault(this.bucket, this.database, this.clock);

	private final Leftovers leftovers = this.server.leftovers(this.bucket, this.database, this.clock);

	@Test
	void anObjectTellsNothingButARandomName() {
		keep(new byte[] { 1, 2, 3 });

		assertThat(this.server.names(this.bucket)).containsExactly("resim/" + NAME);
		var object = this.server.head(this.bucket, "resim/" + NAME);
		assertThat(object.contentType()).isEqualTo("application/octet-stream");
		assertThat(object.metadata()).isEmpty();
		assertThat(object.contentLength()).isEqualTo(3);
	}

	@Test
	void whatIsKeptIsNeverCleared() {
		keep(new byte[] { 1 });
		this.clock.move(Leftovers.GRACE.multipliedBy(100));

		assertThat(this.leftovers.clear()).isZero();
		assertThat(this.vault.get(NAME)).isPresent();
	}

	@Test
	void aCrashBetweenCommitAndDeletionLosesNoDeletion() {
		keep(new byte[] { 1 });
		this.transaction.executeWithoutResult(status -> this.vault.delete(NAME));
		assertThat(this.server.names(this.bucket)).hasSize(1);

		assertThat(this.server.vault(this.bucket, this.database, this.clock).get(NAME)).isEmpty();
		assertThat(this.server.leftovers(this.bucket, this.database, this.clock).clear()).isEqualTo(1);
		assertThat(this.server.names(this.bucket)).isEmpty();
		assertThat(this.leftovers.holds(NAME)).isFalse();
		assertThat(this.vault.get(NAME)).isEmpty();
	}

	@Test
	void aCrashBetweenDeletionAndItsRowDeletesOnceMore() {
		keep(new byte[] { 1 });
		this.transaction.executeWithoutResult(status -> this.vault.delete(NAME));
		this.server.bucket(this.bucket).delete(NAME);

		assertThat(this.leftovers.clear()).isEqualTo(1);
		assertThat(this.leftovers.clear()).isZero();
	}

	@Test
	void whatWasNotKeptGoesAfterAWhile() {
		Vault.Deposit deposit = this.vault.take(NAME, new byte[] { 1 });
		this.transaction.executeWithoutResult(status -> {
			deposit.keep();
			status.setRollbackOnly();
		});

		assertThat(this.leftovers.clear()).isZero();
		assertThat(this.server.names(this.bucket)).hasSize(1);
		this.clock.move(Leftovers.GRACE);
		assertThat(this.leftovers.clear()).isEqualTo(1);
		assertThat(this.server.names(this.bucket)).isEmpty();
	}

	@Test
	void whatWasClearedMeanwhileCannotBeKept() {
		Vault.Deposit deposit = this.vault.take(NAME, new byte[] { 1 });
		this.clock.move(Leftovers.GRACE);
		this.leftovers.clear();

		assertThatIllegalStateException()
			.isThrownBy(() -> this.transaction.executeWithoutResult(status -> deposit.keep()));
		assertThat(this.vault.get(NAME)).isEmpty();
	}

	@Test
	void whatTheDatabaseHeldBeforeIsFoundAndDeletedThere() {
		Vault before = VaultOf.database(this.database);
		before.take(NAME, new byte[] { 9 }).keep();

		assertThat(this.vault.get(NAME).map(bytes -> bytes[0])).isEqualTo(Optional.of((byte) 9));
		this.transaction.executeWithoutResult(status -> this.vault.delete(NAME));
		assertThat(before.get(NAME)).isEmpty();
		assertThat(this.vault.get(NAME)).isEmpty();
	}

	@Test
	void withAWrongSecretNothingIsRead() {
		keep(new byte[] { 1 });
		var client = this.server.access(this.bucket, "guessed").open(TroubledStore.LIMIT);
		try (var stranger = new Bucket(client, this.bucket, S3Server.PREFIX, new SimpleMeterRegistry(),
				SomeCounterparts.one())) {
			assertThatExceptionOfType(Unreachable.class).isThrownBy(() -> stranger.get(NAME));
		}
	}

	private void keep(byte[] sealed) {
		Vault.Deposit deposit = this.vault.take(NAME, sealed);
		this.transaction.executeWithoutResult(status -> deposit.keep());
	}

}
