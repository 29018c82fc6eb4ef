package app.resim.account;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class SlowDownOnH2Test extends SlowDownContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
