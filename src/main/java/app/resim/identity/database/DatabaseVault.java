package app.resim.identity.database;

import java.util.Optional;
import java.util.UUID;

import app.resim.identity.port.Vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A vault that is a table beside the others, and so is committed and backed up with them.
 */
@Component("databaseVault")
class DatabaseVault implements Vault {

	private final JdbcClient database;

	DatabaseVault(JdbcClient database) {
		this.database = database;
	}

	@Override
	public Deposit take(UUID name, byte[] sealed) {
		return () -> this.database.sql("INSERT INTO identity_vault (name, sealed) VALUES (?, ?)")
			.param(name)
			.param(sealed)
			.update();
	}

	@Override
	public Optional<byte[]> get(UUID name) {
		return this.database.sql("SELECT sealed FROM identity_vault WHERE name = ?")
			.param(name)
			.query((row, index) -> row.getBytes(1))
			.optional();
	}

	@Override
	public void delete(UUID name) {
		this.database.sql("DELETE FROM identity_vault WHERE name = ?").param(name).update();
	}

}
