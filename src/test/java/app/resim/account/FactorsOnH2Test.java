package app.resim.account;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class FactorsOnH2Test extends FactorsContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
