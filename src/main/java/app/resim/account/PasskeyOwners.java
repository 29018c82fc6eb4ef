package app.resim.account;

import java.util.Optional;
import java.util.random.RandomGenerator;

import app.resim.kernel.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/**
 * The random names (user handles) under which devices know their owners.
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
	 * The name of somebody, drawn when it is first asked for. Wants a transaction.
	 * @param owner who
	 * @return the same name always
	 */
	Bytes handle(Actor owner) {
		byte[] drawn = new byte[HANDLE_BYTES];
		this.chance.nextBytes(drawn);
		this.database.sql("INSERT INTO passkey_owner (handle, kind, holder) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
			.param(drawn)
			.param(owner.kind().name())
			.param(owner.id())
			.update();
		return new Bytes(this.database.sql("SELECT handle FROM passkey_owner WHERE kind = ? AND holder = ?")
			.param(owner.kind().name())
			.param(owner.id())
			.query((row, index) -> row.getBytes("handle"))
			.single());
	}

	Optional<Actor> who(Bytes handle) {
		return this.database.sql("SELECT kind, holder FROM passkey_owner WHERE handle = ?")
			.param(handle.getBytes())
			.query((row, index) -> new Actor(Actor.Kind.valueOf(row.getString("kind")), row.getString("holder")))
			.optional();
	}

	/** The rules want a name; it is never shown and never looked up. */
	@Override
	public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
		return who(handle).map(who -> entity(handle, who.kind() + " " + who.id())).orElse(null);
	}

	/** Owners are found by {@link #handle} only. */
	@Override
	public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
		throw new UnsupportedOperationException();
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

	private static PublicKeyCredentialUserEntity entity(Bytes handle, String name) {
		return ImmutablePublicKeyCredentialUserEntity.builder().id(handle).name(name).displayName(name).build();
	}

}
