package app.resim.identity;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

import app.resim.identity.number.Hkid;
import app.resim.identity.number.PrcId;
import app.resim.identity.number.RussianPassportNumber;
import app.resim.identity.number.TypedNumber;
import app.resim.kernel.DocumentKind;
import app.resim.keys.Seal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers of documents that have no machine-readable zone, as their holders typed them:
 * checked as far as they can be, sealed at rest, forgotten with the folder's pictures.
 */
@Service
public class DocumentNumbers {

	private static final Set<DocumentKind> ASKED = Set.of(DocumentKind.HKID, DocumentKind.PRC_ID,
			DocumentKind.RU_PASSPORT);

	private final JdbcClient database;

	private final Shelf shelf;

	private final Seal seal;

	private final TransactionTemplate transaction;

	DocumentNumbers(JdbcClient database, Shelf shelf, Seal seal, PlatformTransactionManager transactions) {
		this.database = database;
		this.shelf = shelf;
		this.seal = seal;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Whether the number of such a document is typed, because no machine reads it.
	 * @param kind the document
	 * @return false where a zone is read instead
	 */
	public boolean asks(DocumentKind kind) {
		return ASKED.contains(kind);
	}

	/**
	 * Keeps a number in place of an earlier one.
	 * @param folder the folder of the document's pictures
	 * @param kind the document
	 * @param typed the number as typed
	 * @return what is wrong with it, or empty once it is kept
	 */
	public Optional<NumberFault> keep(String folder, DocumentKind kind, String typed) {
		return switch (read(kind, typed)) {
			case TypedNumber.Unreadable<String> unreadable -> Optional.of(fault(unreadable.fault()));
			case TypedNumber.Read<String>(String number) -> {
				store(folder, kind, number);
				yield Optional.empty();
			}
		};
	}

	/**
	 * What was kept, for the person who typed it and for nobody else.
	 * @param folder the folder
	 * @param kind the document; the number of another one is none
	 * @return the number in its plain form
	 */
	public Optional<String> find(String folder, DocumentKind kind) {
		return this.database.sql("SELECT sealed FROM identity_number WHERE folder = ? AND kind = ?")
			.param(folder)
			.param(kind.name())
			.query((row, index) -> row.getBytes(1))
			.optional()
			.map(sealed -> new String(this.seal.open(sealed, context(folder)), StandardCharsets.UTF_8));
	}

	/** Inside a transaction that has locked the folder. */
	int forget(String folder) {
		return this.database.sql("DELETE FROM identity_number WHERE folder = ?").param(folder).update();
	}

	private void store(String folder, DocumentKind kind, String number) {
		byte[] sealed = this.seal.close(number.getBytes(StandardCharsets.UTF_8), context(folder));
		this.transaction.executeWithoutResult(status -> {
			this.shelf.lock(folder);
			forget(folder);
			this.database.sql("INSERT INTO identity_number (folder, kind, sealed) VALUES (?, ?, ?)")
				.param(folder)
				.param(kind.name())
				.param(sealed)
				.update();
		});
	}

	private static TypedNumber<String> read(DocumentKind kind, String typed) {
		return switch (kind) {
			case HKID -> plain(Hkid.read(typed), Hkid::number);
			case PRC_ID -> plain(PrcId.read(typed), PrcId::number);
			case RU_PASSPORT -> plain(RussianPassportNumber.read(typed), RussianPassportNumber::number);
			case PASSPORT, MACAU_ID, EXIT_ENTRY_PERMIT ->
				throw new IllegalArgumentException("The number of this document is not typed");
		};
	}

	private static NumberFault fault(TypedNumber.Fault fault) {
		return switch (fault) {
			case EMPTY -> NumberFault.EMPTY;
			case CHARACTERS -> NumberFault.CHARACTERS;
			case LENGTH -> NumberFault.LENGTH;
			case DATE -> NumberFault.DATE;
			case CHECK_DIGIT -> NumberFault.CHECK_DIGIT;
		};
	}

	private static <T> TypedNumber<String> plain(TypedNumber<T> read, java.util.function.Function<T, String> number) {
		return switch (read) {
			case TypedNumber.Read<T>(T value) -> new TypedNumber.Read<>(number.apply(value));
			case TypedNumber.Unreadable<T>(TypedNumber.Fault fault) -> new TypedNumber.Unreadable<>(fault);
		};
	}

	private static String context(String folder) {
		return "identity:number:" + folder;
	}

}
