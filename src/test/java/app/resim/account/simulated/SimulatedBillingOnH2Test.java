package app.resim.account.simulated;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class SimulatedBillingOnH2Test extends SimulatedBillingContract {

	private static final DataSource DATABASE = FreshDatabase.h2();

	@Override
	DataSource database() {
		return DATABASE;
	}

}
