package app.resim.account;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class OriginsOnH2Test extends OriginsContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
