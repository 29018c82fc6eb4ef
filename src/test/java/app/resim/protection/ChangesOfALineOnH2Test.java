package app.resim.protection;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class ChangesOfALineOnH2Test extends ChangesOfALineContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
