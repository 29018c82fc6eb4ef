package app.resim.account;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class SignInOnH2Test extends SignInContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
