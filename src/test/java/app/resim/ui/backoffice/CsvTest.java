package app.resim.ui.backoffice;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "|x", "%x" })
	void nothingBecomesAFormula(String text) {
		assertThat(Csv.cell(text)).matches("(?s)\"?'.*");
	}

	@Test
	void commasAndQuotesAreQuoted() {
		assertThat(Csv.cell("a,b")).isEqualTo("\"a,b\"");
		assertThat(Csv.cell("a\"b")).isEqualTo("\"a\"\"b\"");
		assertThat(Csv.cell("plain")).isEqualTo("plain");
	}

}
