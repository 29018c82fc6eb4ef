package app.resim;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * PostgreSQL waits for a silent client for ever, and its driver for a silent server. A
 * node that froze or lost its network in the middle of a transaction would hold its rows,
 * and every other node would stand still before them.
 *
 * @see "decision 0031"
 */
@Component
class ImpatientDatabase implements BeanPostProcessor {

	/**
	 * A transaction whose node says nothing for ten seconds is rolled back, and nobody
	 * queues longer for a row; as with the embedded database.
	 */
	private static final String TERMS = "SET idle_in_transaction_session_timeout = '10s'; SET lock_timeout = '10s'";

	static final String SOCKET_TIMEOUT = "socketTimeout";

	/** In seconds: longer than any query takes, but for migrations. */
	private static final String SILENCE = "60";

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && concerns(pool)) {
			if (pool.getConnectionInitSql() == null) {
				pool.setConnectionInitSql(TERMS);
			}
			pool.addDataSourceProperty("tcpKeepAlive", "true");
			pool.addDataSourceProperty(SOCKET_TIMEOUT, SILENCE);
		}
		return bean;
	}

	static boolean concerns(HikariDataSource pool) {
		return String.valueOf(pool.getJdbcUrl()).startsWith("jdbc:postgresql:");
	}

}
