package app.resim.account;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class StaffLinksOnH2Test extends StaffLinksContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
