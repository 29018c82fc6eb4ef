package app.resim.catalogue;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

class UnknownNamesOnH2Test extends UnknownNamesContract {

	private static final DataSource DATABASE = FreshDatabase.h2();

	@Override
	DataSource database() {
		JdbcClient.create(DATABASE).sql("DELETE FROM unknown_device").update();
		return DATABASE;
	}

}
