package app.resim.notification;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class NoticeLogOnPostgresTest extends NoticeLogContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
