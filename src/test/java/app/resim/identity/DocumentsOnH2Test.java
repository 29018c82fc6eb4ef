package app.resim.identity;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class DocumentsOnH2Test extends DocumentsContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
