package app.resim.account;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class SessionsOnH2Test extends SessionsContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
