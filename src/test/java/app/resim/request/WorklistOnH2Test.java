package app.resim.request;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class WorklistOnH2Test extends WorklistContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
