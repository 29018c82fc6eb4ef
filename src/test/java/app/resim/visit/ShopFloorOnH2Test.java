package app.resim.visit;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class ShopFloorOnH2Test extends ShopFloorContract {

	private static final DataSource DATABASE = FreshDatabase.h2();

	@Override
	DataSource database() {
		return DATABASE;
	}

}
