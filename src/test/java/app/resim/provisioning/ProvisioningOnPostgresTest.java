package app.resim.provisioning;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ProvisioningOnPostgresTest extends ProvisioningScenarios {

	private static final DataSource DATABASE = Bench.pooled(FreshDatabase.postgres());

	@Override
	DataSource database() {
		return DATABASE;
	}

}
