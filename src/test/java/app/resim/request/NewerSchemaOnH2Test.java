package app.resim.request;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

class NewerSchemaOnH2Test extends NewerSchemaContract {

	@Override
	DriverManagerDataSource database() {
		return new DriverManagerDataSource(
				"jdbc:h2:mem:newer;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
				"resim", "");
	}

}
