package app.resim.notification.simulated;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class CaughtMessagesOnH2Test extends CaughtMessagesContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
