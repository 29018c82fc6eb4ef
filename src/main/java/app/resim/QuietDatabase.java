package app.resim;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * PostgreSQL explains a refused row by quoting it. The driver is told to leave that out,
 * so that no exception, and so no log, carries a phone number.
 */
@Component
class QuietDatabase implements BeanPostProcessor {

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof HikariDataSource pool && ImpatientDatabase.concerns(pool)) {
			pool.addDataSourceProperty("logServerErrorDetail", "false");
		}
		return bean;
	}

}
