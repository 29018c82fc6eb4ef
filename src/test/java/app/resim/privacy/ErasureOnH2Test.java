package app.resim.privacy;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class ErasureOnH2Test extends ErasureContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
