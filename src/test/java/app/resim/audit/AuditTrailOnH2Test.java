package app.resim.audit;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class AuditTrailOnH2Test extends AuditTrailContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
