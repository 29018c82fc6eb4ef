package app.resim.visit;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class AppointmentsOnH2Test extends AppointmentsContract {

	private static final DataSource DATABASE = FreshDatabase.h2();

	@Override
	DataSource database() {
		return DATABASE;
	}

}
