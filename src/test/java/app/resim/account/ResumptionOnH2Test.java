package app.resim.account;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class ResumptionOnH2Test extends ResumptionContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
