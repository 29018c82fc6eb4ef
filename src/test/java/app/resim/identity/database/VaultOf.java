package app.resim.identity.database;

import app.resim.identity.port.Vault;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Opens the vault of a database, for tests that need no application context.
 */
public final class VaultOf {

	private VaultOf() {
	}

	public static Vault database(JdbcClient database) {
		return new DatabaseVault(database);
	}

}
