package app.resim.tmforum;

import java.util.List;
import java.util.Optional;

import app.resim.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AmountTest {

	private static Optional<Money> read(String json) {
		return Amount.of(SimulatedBackEnd.JSON.readTree(json));
	}

	@ParameterizedTest
	@CsvSource({ "HKD, 12.5, 1250", "hkd, '\"12.50\"', 1250", "HKD, '\" 7 \"', 700", "JPY, 120, 120", "RUB, 0, 0",
			"HKD, -6.4, -640", "HKD, 0.005, 1", "HKD, 1.2E2, 12000" })
	void anAmountIsReadHoweverItIsSpelt(String unit, String value, long minor) {
		assertThat(read("{\"unit\":\"%s\",\"value\":%s}".formatted(unit, value)).orElseThrow().minor())
			.isEqualTo(minor);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"unit\":\"HKD\"}", "{\"value\":1}", "{\"unit\":\"HK$\",\"value\":1}",
			"{\"unit\":\"HKD\",\"value\":\"1,50\"}", "{\"unit\":\"HKD\",\"value\":\"a lot\"}",
			"{\"unit\":\"HKD\",\"value\":true}", "{\"unit\":\"HKD\",\"value\":1234567890123456}" })
	void whatIsNoAmountIsNone(String json) {
		assertThat(read(json)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1e999999999", "-1e999999999", "\"1e999999999\"", "\"1e-999999999\"" })
	@Timeout(5)
	void aNumberBeyondAllBillsIsNone(String value) {
		assertThat(read("{\"unit\":\"HKD\",\"value\":%s}".formatted(value))).isEmpty();
	}

	@Test
	void onlyOneCurrencyCanBeAddedUp() {
		assertThat(Amount.sum(List.of(new Money(100, "HKD"), new Money(50, "HKD")))).contains(new Money(150, "HKD"));
		assertThat(Amount.sum(List.of(new Money(100, "HKD"), new Money(50, "RUB")))).isEmpty();
		assertThat(Amount.sum(List.of())).isEmpty();
	}

}
