package app.resim.limits;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which addresses count as one.
 */
class NetworkTest {

	@ParameterizedTest
	@CsvSource({ "2001:db8::1, 2001:db8::ffff:ffff:ffff:ffff", "::ffff:192.0.2.1, 192.0.2.1", "fe80::1%1, fe80::2" })
	void theyAreOne(String one, String other) {
		assertThat(Network.of(one)).isEqualTo(Network.of(other));
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8::1, 2001:db8:0:1::1", "192.0.2.1, 192.0.2.2", "::1, 127.0.0.1" })
	void theyAreTwo(String one, String other) {
		assertThat(Network.of(one)).isNotEqualTo(Network.of(other));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "example.com", "192.0.2.256", "1.2.3.4.5", "' OR 1" })
	void whatIsNoAddressIsCountedTogetherAndNeverLookedUp(String nonsense) {
		assertThat(Network.of(nonsense)).isEqualTo("unknown");
	}

}
