package app.resim.catalogue;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class EditionsOnH2Test extends EditionsContract {

	private static final DataSource DATABASE = FreshDatabase.h2();

	@Override
	DataSource database() {
		return DATABASE;
	}

}
