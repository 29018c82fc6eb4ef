package app.resim.request;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class HandoversOnH2Test extends HandoversContract {

	/** One for all: making one takes longer than a test. */
	private static final DataSource DATABASE = FreshDatabase.h2();

	@Override
	DataSource database() {
		return DATABASE;
	}

}
