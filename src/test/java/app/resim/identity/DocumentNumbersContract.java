package app.resim.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import app.resim.kernel.DocumentKind;
import app.resim.keys.FreshSeal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Keeping and forgetting typed numbers, on every database.
 */
abstract class DocumentNumbersContract {

	private static final String FOLDER = "request-1";

	private static final Instant LATER = Instant.parse("2026-12-24T10:00:00Z");

	private JdbcClient rows;

	private Shelf shelf;

	private TransactionTemplate transaction;

	private DocumentNumbers numbers;

	abstract DataSource database();

	@BeforeEach
	void open() {
		DataSource database = database();
		this.rows = JdbcClient.create(database);
		this.shelf = new Shelf(this.rows);
		var transactions = new DataSourceTransactionManager(database);
		this.transaction = new TransactionTemplate(transactions);
		this.numbers = new DocumentNumbers(this.rows, this.shelf, FreshSeal.make(), transactions);
	}

	@ParameterizedTest
	@CsvSource({ "HKID, a123456 (3), A1234563", "PRC_ID, 11010519491231002x, 11010519491231002X",
			"RU_PASSPORT, 45 04 123456, 4504123456" })
	void aNumberIsKeptInItsPlainForm(DocumentKind kind, String typed, String kept) {
		assertThat(this.numbers.keep(FOLDER, kind, typed)).isEmpty();

		assertThat(this.numbers.find(FOLDER, kind)).hasValue(kept);
	}

	@Test
	void aMistypedNumberIsNotKept() {
		assertThat(this.numbers.keep(FOLDER, DocumentKind.HKID, "A123456(4)")).hasValue(NumberFault.CHECK_DIGIT);

		assertThat(this.numbers.find(FOLDER, DocumentKind.HKID)).isEmpty();
	}

	@Test
	void theLastNumberCountsAndTheOneOfAnotherDocumentIsNone() {
		this.numbers.keep(FOLDER, DocumentKind.HKID, "A123456(3)");
		this.numbers.keep(FOLDER, DocumentKind.PRC_ID, "11010519491231002X");

		assertThat(this.numbers.find(FOLDER, DocumentKind.HKID)).isEmpty();
		assertThat(this.numbers.find(FOLDER, DocumentKind.PRC_ID)).isPresent();
	}

	@Test
	void nothingOfANumberIsInTheDatabase() {
		this.numbers.keep(FOLDER, DocumentKind.HKID, "A123456(3)");

		List<byte[]> sealed = this.rows.sql("SELECT sealed FROM identity_number")
			.query((row, index) -> row.getBytes(1))
			.list();
		assertThat(sealed).hasSize(1).allSatisfy(bytes -> {
			assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("123456");
			assertThat(bytes).isNotEmpty();
		});
	}

	@Test
	void aNumberIsForgottenWithItsFolderEvenWhereItHoldsNoPicture() {
		this.numbers.keep(FOLDER, DocumentKind.HKID, "A123456(3)");
		this.transaction.executeWithoutResult(status -> this.shelf.releaseAfter(FOLDER, LATER));

		assertThat(this.shelf.due(LATER.minusSeconds(1))).isEmpty();
		assertThat(this.shelf.due(LATER)).extracting(Shelf.Due::folder).containsExactly(FOLDER);
		assertThat(this.numbers.forget(FOLDER)).isOne();
		assertThat(this.shelf.due(LATER)).isEmpty();
		assertThat(this.numbers.find(FOLDER, DocumentKind.HKID)).isEmpty();
	}

	@Test
	void onlyNumbersThatNoMachineReadsAreAskedFor() {
		assertThat(this.numbers.asks(DocumentKind.HKID)).isTrue();
		assertThat(this.numbers.asks(DocumentKind.PASSPORT)).isFalse();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.numbers.keep(FOLDER, DocumentKind.PASSPORT, "L898902C3"));
	}

}
