package app.resim.identity.database;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.identity.port.Vault;
import app.resim.identity.port.VaultContract;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

class DatabaseVaultOnH2Test extends VaultContract {

	private final DataSource database = FreshDatabase.h2();

	@Override
	protected Vault vault() {
		return new DatabaseVault(JdbcClient.create(this.database));
	}

	@Override
	protected PlatformTransactionManager transactions() {
		return new DataSourceTransactionManager(this.database);
	}

}
