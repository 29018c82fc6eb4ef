package app.resim.nodes;

import java.sql.SQLException;
import java.util.Random;

import javax.sql.DataSource;

import org.awaitility.Awaitility;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * News for tests that need no application context.
 */
public final class FreshNews {

	private FreshNews() {
	}

	/** As where there is one node only. */
	public static News alone() {
		return new News(new Wire.None());
	}

	/** One node of several, that listens until it is closed. */
	public static final class Node implements AutoCloseable {

		private final DataSource postgres;

		private final PostgresWire wire;

		private final News news;

		/**
		 * A node that hears the others from now on.
		 * @param postgres which they share
		 */
		public Node(DataSource postgres) {
			this.postgres = postgres;
			int before = listening();
			this.wire = new PostgresWire(postgres, new Random());
			this.news = new News(this.wire);
			Awaitility.await().until(() -> listening() == before + 1);
		}

		public News news() {
			return this.news;
		}

		@Override
		public void close() {
			int before = listening();
			try {
				this.wire.close();
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
			Awaitility.await().until(() -> listening() < before);
		}

		private int listening() {
			return JdbcClient.create(this.postgres)
				.sql("SELECT COUNT(*) FROM pg_stat_activity WHERE query = 'LISTEN resim'")
				.query(Integer.class)
				.single();
		}

	}

}
