package app.resim.account;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class StaffFactorsOnH2Test extends StaffFactorsContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
