package app.resim.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.kernel.Actor;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/**
 * The public halves of passkeys, as the database keeps them. The times are our clock's,
 * whatever a record says.
 */
@Component
class PasskeyTable implements UserCredentialRepository {

	private static final int LONGEST_LABEL = 60;

	private final JdbcClient database;

	private final Clock clock;

	private final RandomGenerator chance;

	PasskeyTable(JdbcClient database, Clock clock, RandomGenerator chance) {
		this.database = database;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * Keeps a new passkey, or what changes about a known one when it is used.
	 */
	@Override
	public void save(CredentialRecord passkey) {
		int known = this.database.sql(
				"UPDATE passkey SET signatures = ?, verified = ?, backed_up = ?, last_used_at = ? WHERE credential = ?")
			.param(passkey.getSignatureCount())
			.param(passkey.isUvInitialized())
			.param(passkey.isBackupState())
			.param(now())
			.param(passkey.getCredentialId().getBytes())
			.update();
		if (known == 0) {
			add(passkey);
		}
	}

	private void add(CredentialRecord passkey) {
		this.database.sql("""
				INSERT INTO passkey (credential, id, handle, public_key, signatures, verified, backup_eligible,
				  backed_up, transports, attestation, client_data, label, made_at, last_used_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.param(passkey.getCredentialId().getBytes())
			.param(new UUID(this.chance.nextLong(), this.chance.nextLong()))
			.param(passkey.getUserEntityUserId().getBytes())
			.param(passkey.getPublicKey().getBytes())
			.param(passkey.getSignatureCount())
			.param(passkey.isUvInitialized())
			.param(passkey.isBackupEligible())
			.param(passkey.isBackupState())
			.param(passkey.getTransports()
				.stream()
				.map(AuthenticatorTransport::getValue)
				.sorted()
				.collect(Collectors.joining(" ")))
			.param(bytes(passkey.getAttestationObject()))
			.param(bytes(passkey.getAttestationClientDataJSON()))
			.param(label(passkey.getLabel()))
			.param(now())
			.param(now())
			.update();
	}

	@Override
	public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
		// no two uses at the same moment: each must see the other's count of signatures
		return this.database.sql("SELECT * FROM passkey WHERE credential = ? FOR UPDATE")
			.param(credential.getBytes())
			.query(PasskeyTable::credential)
			.optional()
			.orElse(null);
	}

	@Override
	public List<CredentialRecord> findByUserId(Bytes handle) {
		return this.database.sql("SELECT * FROM passkey WHERE handle = ?")
			.param(handle.getBytes())
			.query(PasskeyTable::credential)
			.list();
	}

	@Override
	public void delete(Bytes credential) {
		this.database.sql("DELETE FROM passkey WHERE credential = ?").param(credential.getBytes()).update();
	}

	List<Passkey> of(Actor owner) {
		return this.database.sql("""
				SELECT passkey.* FROM passkey JOIN passkey_owner ON passkey.handle = passkey_owner.handle
				WHERE kind = ? AND holder = ? ORDER BY made_at, id""")
			.param(owner.kind().name())
			.param(owner.id())
			.query(PasskeyTable::passkey)
			.list();
	}

	Optional<Instant> madeAt(Bytes credential) {
		return this.database.sql("SELECT made_at FROM passkey WHERE credential = ?")
			.param(credential.getBytes())
			.query((row, index) -> at(row, "made_at"))
			.optional();
	}

	boolean remove(Actor owner, UUID id) {
		return this.database.sql("""
				DELETE FROM passkey WHERE id = ?
				AND handle IN (SELECT handle FROM passkey_owner WHERE kind = ? AND holder = ?)""")
			.param(id)
			.param(owner.kind().name())
			.param(owner.id())
			.update() == 1;
	}

	void forget(Actor owner) {
		this.database
			.sql("DELETE FROM passkey WHERE handle IN (SELECT handle FROM passkey_owner WHERE kind = ? AND holder = ?)")
			.param(owner.kind().name())
			.param(owner.id())
			.update();
	}

	private static Passkey passkey(ResultSet row, int index) throws SQLException {
		return new Passkey(row.getObject("id", UUID.class), row.getString("label"), at(row, "made_at"),
				at(row, "last_used_at"));
	}

	private static CredentialRecord credential(ResultSet row, int index) throws SQLException {
		return ImmutableCredentialRecord.builder()
			.credentialType(PublicKeyCredentialType.PUBLIC_KEY)
			.credentialId(new Bytes(row.getBytes("credential")))
			.userEntityUserId(new Bytes(row.getBytes("handle")))
			.publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
			.signatureCount(row.getLong("signatures"))
			.uvInitialized(row.getBoolean("verified"))
			.backupEligible(row.getBoolean("backup_eligible"))
			.backupState(row.getBoolean("backed_up"))
			.transports(transports(row.getString("transports")))
			.attestationObject(bytes(row.getBytes("attestation")))
			.attestationClientDataJSON(bytes(row.getBytes("client_data")))
			.label(row.getString("label"))
			.created(at(row, "made_at"))
			.lastUsed(at(row, "last_used_at"))
			.build();
	}

	private static Set<AuthenticatorTransport> transports(String kept) {
		return Stream.of(kept.split(" "))
			.filter(name -> !name.isEmpty())
			.map(AuthenticatorTransport::valueOf)
			.collect(Collectors.toSet());
	}

	private static String label(String typed) {
		String one = typed.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
		return one.substring(0,
				one.offsetByCodePoints(0, Math.min(one.codePointCount(0, one.length()), LONGEST_LABEL / 2)));
	}

	private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
		return (bytes != null) ? bytes.getBytes() : null;
	}

	private static @Nullable Bytes bytes(byte @Nullable [] bytes) {
		return (bytes != null) ? new Bytes(bytes) : null;
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
