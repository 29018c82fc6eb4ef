package app.resim.notification;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

class NoticeLogOnH2Test extends NoticeLogContract {

	@Override
	DataSource database() {
		return FreshDatabase.h2();
	}

}
