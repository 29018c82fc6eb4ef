package app.resim.identity.bucket;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.identity.port.Vault;
import app.resim.identity.port.VaultContract;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The bucket as a vault, beside every database.
 */
abstract class BucketVaultContract extends VaultContract {

	private final DataSource database = database();

	abstract DataSource database();

	@Override
	protected Vault vault() {
		S3Server server = S3Server.shared();
		return server.vault(server.freshBucket(), JdbcClient.create(this.database), new MovingClock());
	}

	@Override
	protected PlatformTransactionManager transactions() {
		return new DataSourceTransactionManager(this.database);
	}

}
