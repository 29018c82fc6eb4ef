package app.resim.nodes;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL's own news: {@code NOTIFY} is part of the transaction, so what is committed
 * is told and what is not is not, whatever becomes of the node. One connection of the
 * pool listens as long as the node lives.
 */
final class PostgresWire implements Wire, AutoCloseable {

	static final String CHANNEL = "resim";

	private static final Logger log = LoggerFactory.getLogger(PostgresWire.class);

	/** After so long a silence the connection is tried: a dead one is silent too. */
	private static final Duration SILENCE = Duration.ofSeconds(10);

	private static final int PATIENCE_SECONDS = 5;

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final DataSource pool;

	private final JdbcClient database;

	/** By what a node knows its own news, which it has heard already. */
	private final String me;

	private volatile boolean closed;

	private volatile @Nullable Connection line;

	PostgresWire(DataSource pool, RandomGenerator chance) {
		this.pool = pool;
		this.database = JdbcClient.create(pool);
		this.me = HexFormat.of().toHexDigits(chance.nextLong()) + " ";
	}

	@Override
	public void send(String text) {
		var unused = this.database.sql("SELECT pg_notify(?, ?)")
			.params(CHANNEL, this.me + text)
			.query((row, index) -> index)
			.list();
	}

	@Override
	public void open(Consumer<String> heard, Runnable missed) {
		Thread.ofPlatform().daemon().name("news").start(() -> {
			for (boolean again = false; !this.closed; again = true) {
				listen(heard, again ? missed : () -> {
				});
			}
		});
	}

	private void listen(Consumer<String> heard, Runnable begun) {
		try (Connection connection = this.pool.getConnection()) {
			this.line = connection;
			try {
				listen(connection, heard, begun);
			}
			finally {
				this.line = null;
				// it must not go back to the pool listening
				connection.abort(Runnable::run);
			}
		}
		catch (SQLException ex) {
			if (!this.closed) {
				log.warn("News of other nodes are not heard just now: SQL state {}", ex.getSQLState());
				pause();
			}
		}
	}

	private void listen(Connection connection, Consumer<String> heard, Runnable begun) throws SQLException {
		connection.setAutoCommit(true);
		try (Statement statement = connection.createStatement()) {
			statement.execute("LISTEN " + CHANNEL);
		}
		begun.run();
		PGConnection news = connection.unwrap(PGConnection.class);
		while (!this.closed) {
			PGNotification[] got = news.getNotifications((int) SILENCE.toMillis());
			if (got != null) {
				tell(got, heard);
			}
			else if (!connection.isValid(PATIENCE_SECONDS)) {
				return;
			}
		}
	}

	private void tell(PGNotification[] got, Consumer<String> heard) {
		for (PGNotification each : got) {
			String text = each.getParameter();
			int sender = text.indexOf(' ') + 1;
			if (!text.startsWith(this.me)) {
				heard.accept(text.substring(sender));
			}
		}
	}

	private void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() throws SQLException {
		this.closed = true;
		Connection open = this.line;
		if (open != null) {
			open.abort(Runnable::run);
		}
	}

}
