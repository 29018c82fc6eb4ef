package app.resim.identity.bucket;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.identity.port.Vault;
import app.resim.identity.port.VaultContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

@Tag("postgres")
class BucketVaultOnPostgresTest extends VaultContract {

	private static S3Server server;

	private final DataSource database = FreshDatabase.postgres();

	@BeforeAll
	static void start() throws Exception {
		server = new S3Server();
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Override
	protected Vault vault() {
		return server.vault(server.freshBucket(), JdbcClient.create(this.database), new MovingClock());
	}

	@Override
	protected PlatformTransactionManager transactions() {
		return new DataSourceTransactionManager(this.database);
	}

}
