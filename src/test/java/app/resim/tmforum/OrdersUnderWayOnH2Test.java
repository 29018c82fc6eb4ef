package app.resim.tmforum;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class OrdersUnderWayOnH2Test extends OrdersUnderWayContract {

	private final DataSource database = FreshDatabase.h2();

	@Override
	DataSource database() {
		return this.database;
	}

}
