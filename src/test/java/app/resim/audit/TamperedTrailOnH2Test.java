package app.resim.audit;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class TamperedTrailOnH2Test extends TamperedTrailContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
