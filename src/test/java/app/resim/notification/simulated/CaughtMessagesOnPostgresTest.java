package app.resim.notification.simulated;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class CaughtMessagesOnPostgresTest extends CaughtMessagesContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
