package app.resim.identity;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class DocumentNumbersOnH2Test extends DocumentNumbersContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
