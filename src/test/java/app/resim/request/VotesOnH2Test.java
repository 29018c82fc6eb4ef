package app.resim.request;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class VotesOnH2Test extends VotesContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
