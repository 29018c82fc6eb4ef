package app.resim.help;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class CallBacksOnH2Test extends CallBacksContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
