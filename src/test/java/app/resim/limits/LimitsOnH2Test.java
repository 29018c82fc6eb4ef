package app.resim.limits;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class LimitsOnH2Test extends LimitsContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
