package app.resim.request;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class WeighingsOnH2Test extends WeighingsContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
