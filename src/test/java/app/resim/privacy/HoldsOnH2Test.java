package app.resim.privacy;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class HoldsOnH2Test extends HoldsContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
