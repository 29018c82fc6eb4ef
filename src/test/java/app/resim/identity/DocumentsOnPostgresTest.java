package app.resim.identity;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class DocumentsOnPostgresTest extends DocumentsContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
