package app.resim.limits;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import javax.sql.DataSource;

import io.github.bucket4j.BucketExceptions;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import org.jspecify.annotations.Nullable;

/**
 * Buckets as rows, each locked while it is changed. Bucket4j's own adapter for PostgreSQL
 * names the column of a conflict, which H2 does not understand; this one speaks to both.
 */
final class Buckets extends AbstractSelectForUpdateBasedProxyManager<String> {

	/** How much longer than needed a row is kept. */
	private static final Duration SPARE = Duration.ofMinutes(1);

	private static final int AT_ONCE = 1000;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final DataSource database;

	private final Clock clock;

	Buckets(DataSource database, Clock clock) {
		super(ClientSideConfig.getDefault()
			.withClientClock(new Meter(clock))
			.withRequestTimeout(PATIENCE)
			.withExpirationAfterWriteStrategy(
					ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(SPARE)));
		this.database = database;
		this.clock = clock;
	}

	@Override
	protected SelectForUpdateBasedTransaction allocateTransaction(String id, Optional<Long> timeout) {
		try {
			return new Row(this.database.getConnection(), HexFormat.of().parseHex(id));
		}
		catch (SQLException ex) {
			throw new BucketExceptions.BucketExecutionException(ex);
		}
	}

	@Override
	public void removeProxy(String id) {
		change("DELETE FROM limit_bucket WHERE id = ?",
				statement -> statement.setBytes(1, HexFormat.of().parseHex(id)));
	}

	@Override
	public boolean isExpireAfterWriteSupported() {
		return true;
	}

	/** Deletes rows that say no more than none. */
	void purge() {
		long now = this.clock.millis();
		String some = "DELETE FROM limit_bucket WHERE id IN (SELECT id FROM limit_bucket WHERE expires_at < ? LIMIT "
				+ AT_ONCE + ") AND expires_at < ?";
		int gone = AT_ONCE;
		while (gone == AT_ONCE) {
			gone = change(some, statement -> {
				statement.setLong(1, now);
				statement.setLong(2, now);
			});
		}
	}

	private int change(String sql, Filling filling) {
		try (Connection connection = this.database.getConnection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			filling.fill(statement);
			return statement.executeUpdate();
		}
		catch (SQLException ex) {
			throw new BucketExceptions.BucketExecutionException(ex);
		}
	}

	@FunctionalInterface
	private interface Filling {

		void fill(PreparedStatement statement) throws SQLException;

	}

	@FunctionalInterface
	private interface Step<T> {

		T go() throws SQLException;

	}

	/** The portal's clock, so that nodes agree and tests move it. */
	private record Meter(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			Instant now = this.clock.instant();
			return Math.addExact(Math.multiplyExact(now.getEpochSecond(), 1_000_000_000L), now.getNano());
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

	/** One row in a transaction of its own. */
	private final class Row implements SelectForUpdateBasedTransaction {

		private final Connection connection;

		private final byte[] id;

		Row(Connection connection, byte[] id) {
			this.connection = connection;
			this.id = id;
		}

		@Override
		public void begin(Optional<Long> timeout) {
			step(() -> {
				this.connection.setAutoCommit(false);
				return true;
			});
		}

		@Override
		public LockAndGetResult tryLockAndGet(Optional<Long> timeout) {
			return step(() -> {
				try (PreparedStatement statement = prepared("SELECT state FROM limit_bucket WHERE id = ? FOR UPDATE",
						timeout)) {
					statement.setBytes(1, this.id);
					try (ResultSet found = statement.executeQuery()) {
						return found.next() ? locked(found.getBytes(1)) : LockAndGetResult.notLocked();
					}
				}
			});
		}

		/** A row that was only just made has no state. */
		@SuppressWarnings("NullAway")
		private static LockAndGetResult locked(byte @Nullable [] state) {
			return LockAndGetResult.locked(state);
		}

		@Override
		public boolean tryInsertEmptyData(Optional<Long> timeout) {
			return step(() -> {
				try (PreparedStatement statement = prepared(
						"INSERT INTO limit_bucket (id, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING", timeout)) {
					statement.setBytes(1, this.id);
					statement.setLong(2, Buckets.this.clock.millis() + SPARE.toMillis());
					return statement.executeUpdate() > 0;
				}
			});
		}

		@Override
		public void update(byte[] state, RemoteBucketState meaning, Optional<Long> timeout) {
			step(() -> {
				try (PreparedStatement statement = prepared(
						"UPDATE limit_bucket SET state = ?, expires_at = ? WHERE id = ?", timeout)) {
					statement.setBytes(1, state);
					statement.setLong(2, Buckets.this.clock.millis() + kept(meaning));
					statement.setBytes(3, this.id);
					return statement.executeUpdate();
				}
			});
		}

		private long kept(RemoteBucketState meaning) {
			return getClientSideConfig().getExpirationAfterWriteStrategy()
				.orElseThrow()
				.calculateTimeToLiveMillis(meaning, currentTimeNanos());
		}

		private PreparedStatement prepared(String sql, Optional<Long> timeout) throws SQLException {
			PreparedStatement statement = this.connection.prepareStatement(sql);
			applyTimeout(statement, timeout);
			return statement;
		}

		@Override
		public void commit(Optional<Long> timeout) {
			step(() -> {
				this.connection.commit();
				return true;
			});
		}

		@Override
		public void rollback() {
			step(() -> {
				this.connection.rollback();
				return true;
			});
		}

		@Override
		public void release() {
			step(() -> {
				try (this.connection) {
					this.connection.setAutoCommit(true);
				}
				return true;
			});
		}

		private static <T> T step(Step<T> step) {
			try {
				return step.go();
			}
			catch (SQLException ex) {
				throw new BucketExceptions.BucketExecutionException(ex);
			}
		}

	}

}
