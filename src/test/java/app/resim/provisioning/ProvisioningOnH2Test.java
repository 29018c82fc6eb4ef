package app.resim.provisioning;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class ProvisioningOnH2Test extends ProvisioningScenarios {

	private static final DataSource DATABASE = Bench.pooled(FreshDatabase.h2());

	@Override
	DataSource database() {
		return DATABASE;
	}

}
