package app.resim.provisioning.simulated;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class SimulatedNetworkOnPostgresTest extends SimulatedNetworkContract {

	private static final DataSource DATABASE = FreshDatabase.postgres();

	@Override
	DataSource database() {
		return DATABASE;
	}

}
