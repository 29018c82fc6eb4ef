package app.resim.identity.port;

import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every vault has to keep.
 */
public abstract class VaultContract {

	private static final UUID NAME = UUID.fromString("6f6d0c7e-4b52-4a43-9d5c-0f3a5b1e2c4d");

	private static final UUID OTHER = UUID.fromString("0b8f3f0e-90c1-4d6c-8a43-5f1f1c9f7a11");

	private Vault vault;

	private TransactionTemplate transaction;

	/**
	 * An empty vault.
	 * @return the vault under test
	 */
	protected abstract Vault vault();

	/**
	 * The transactions whose fate it shares.
	 * @return the manager
	 */
	protected abstract PlatformTransactionManager transactions();

	@BeforeEach
	void open() {
		this.vault = vault();
		this.transaction = new TransactionTemplate(transactions());
	}

	@Test
	void givesBackWhatWasPut() {
		put(NAME, new byte[] { 0, 1, -1, 127, -128 });

		assertThat(get(NAME)).containsExactly(0, 1, -1, 127, -128);
	}

	@Test
	void keepsSixteenMegabytes() {
		byte[] big = new byte[16_000_000];
		Arrays.fill(big, (byte) 0xA5);
		put(NAME, big);

		assertThat(get(NAME)).isEqualTo(big);
	}

	@Test
	void whatWasNeverPutIsNotThere() {
		put(OTHER, new byte[1]);

		assertThat(this.vault.get(NAME)).isEmpty();
	}

	@Test
	void whatWasTakenInAndNotKeptIsNotThere() {
		this.vault.take(NAME, new byte[] { 1 });

		assertThat(this.vault.get(NAME)).isEmpty();
	}

	@Test
	void whatWasKeptInATransactionThatIsRolledBackIsNotThere() {
		Vault.Deposit deposit = this.vault.take(NAME, new byte[] { 1 });
		this.transaction.executeWithoutResult(status -> {
			deposit.keep();
			status.setRollbackOnly();
		});

		assertThat(this.vault.get(NAME)).isEmpty();
	}

	@Test
	void whatIsKeptAndDeletedInOneTransactionIsNotThere() {
		Vault.Deposit deposit = this.vault.take(NAME, new byte[] { 1 });
		this.transaction.executeWithoutResult(status -> {
			deposit.keep();
			this.vault.delete(NAME);
		});

		assertThat(this.vault.get(NAME)).isEmpty();
	}

	@Test
	void deletingTakesOneNameOnly() {
		put(NAME, new byte[] { 1 });
		put(OTHER, new byte[] { 2 });

		this.transaction.executeWithoutResult(status -> this.vault.delete(NAME));

		assertThat(this.vault.get(NAME)).isEmpty();
		assertThat(get(OTHER)).containsExactly(2);
	}

	@Test
	void deletingWhatIsNotThereIsNoFault() {
		this.transaction.executeWithoutResult(status -> this.vault.delete(NAME));
		this.transaction.executeWithoutResult(status -> this.vault.delete(NAME));

		assertThat(this.vault.get(NAME)).isEmpty();
	}

	@Test
	void aDeletionThatIsRolledBackDidNotHappen() {
		put(NAME, new byte[] { 1 });

		this.transaction.executeWithoutResult(status -> {
			this.vault.delete(NAME);
			status.setRollbackOnly();
		});

		assertThat(get(NAME)).containsExactly(1);
	}

	private void put(UUID name, byte[] sealed) {
		Vault.Deposit deposit = this.vault.take(name, sealed);
		this.transaction.executeWithoutResult(status -> deposit.keep());
	}

	private byte[] get(UUID name) {
		return this.vault.get(name).orElseThrow();
	}

}
