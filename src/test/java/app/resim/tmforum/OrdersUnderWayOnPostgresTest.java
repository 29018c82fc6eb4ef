package app.resim.tmforum;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class OrdersUnderWayOnPostgresTest extends OrdersUnderWayContract {

	private final DataSource database = FreshDatabase.postgres();

	@Override
	DataSource database() {
		return this.database;
	}

}
