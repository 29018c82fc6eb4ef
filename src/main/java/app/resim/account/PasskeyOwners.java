package app.resim.account;

import java.util.Optional;
import java.util.random.RandomGenerator;

import app.resim.kernel.SubscriberId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * The random names (user handles) under which devices know customers.
 */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

	private static final int HANDLE_BYTES = 32;

	private final JdbcClient database;

	private final RandomGenerator chance;

	PasskeyOwners(JdbcClient database, RandomGenerator chance) {
		this.database = database;
		this.chance = chance;
	}

	/**
	 * The name of a customer, drawn when it is first asked for. Wants a transaction.
	 * @param customer who
	 * @return the same name always
	 */
	Bytes handle(SubscriberId customer) {
		byte[] drawn = new byte[HANDLE_BYTES];
		this.chance.nextBytes(drawn);
		this.database.sql("INSERT INTO passkey_owner (handle, subscriber) VALUES (?, ?) ON CONFLICT DO NOTHING")
			.param(drawn)
			.param(customer.subscriber())
			.update();
		return new Bytes(this.database.sql("SELECT handle FROM passkey_owner WHERE subscriber = ?")
			.param(customer.subscriber())
			.query((row, index) -> row.getBytes("handle"))
			.single());
	}

	Optional<SubscriberId> who(Bytes handle) {
		return this.database.sql("SELECT subscriber FROM passkey_owner WHERE handle = ?")
			.param(handle.getBytes())
			.query((row, index) -> new SubscriberId(row.getString("subscriber")))
			.optional();
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
		return who(handle).map(who -> entity(handle, who.subscriber())).orElse(null);
	}

	@Override
	public @Nullable PublicKeyCredentialUserEntity findByUsername(String subscriber) {
		return this.database.sql("SELECT handle FROM passkey_owner WHERE subscriber = ?")
			.param(subscriber)
			.query((row, index) -> entity(new Bytes(row.getBytes("handle")), subscriber))
			.optional()
			.orElse(null);
	}

	/** Names are drawn by {@link #handle} only. */
	@Override
	public void save(PublicKeyCredentialUserEntity owner) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void delete(Bytes handle) {
		this.database.sql("DELETE FROM passkey_owner WHERE handle = ?").param(handle.getBytes()).update();
	}

	private static PublicKeyCredentialUserEntity entity(Bytes handle, String subscriber) {
		return ImmutablePublicKeyCredentialUserEntity.builder()
			.id(handle)
			.name(subscriber)
			.displayName(subscriber)
			.build();
	}

}
