package app.resim.provisioning.simulated;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class SimulatedNetworkOnH2Test extends SimulatedNetworkContract {

	private static final DataSource DATABASE = FreshDatabase.h2();

	@Override
	DataSource database() {
		return DATABASE;
	}

}
