package app.resim.account;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class AccountsOfTheOperatorOnH2Test extends AccountsOfTheOperatorContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
