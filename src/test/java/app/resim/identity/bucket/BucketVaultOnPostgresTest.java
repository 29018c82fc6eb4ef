package app.resim.identity.bucket;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class BucketVaultOnPostgresTest extends BucketVaultContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
