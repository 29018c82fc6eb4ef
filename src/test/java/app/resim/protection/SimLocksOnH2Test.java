package app.resim.protection;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class SimLocksOnH2Test extends SimLocksContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
