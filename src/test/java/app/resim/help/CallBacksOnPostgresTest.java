package app.resim.help;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class CallBacksOnPostgresTest extends CallBacksContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
