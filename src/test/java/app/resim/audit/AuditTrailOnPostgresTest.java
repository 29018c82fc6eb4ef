package app.resim.audit;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class AuditTrailOnPostgresTest extends AuditTrailContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
