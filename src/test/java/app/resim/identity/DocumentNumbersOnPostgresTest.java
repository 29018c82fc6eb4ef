package app.resim.identity;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class DocumentNumbersOnPostgresTest extends DocumentNumbersContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
