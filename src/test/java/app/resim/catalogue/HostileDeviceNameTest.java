package app.resim.catalogue;

import java.time.Duration;
import java.util.stream.Stream;

import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.DeviceQuestion.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class HostileDeviceNameTest {

	private static final Devices DEVICES = CatalogueFixture.devices();

	static Stream<String> texts() {
		return Stream.of("", "\u0000", "🤖📱🎉", "iPhone 15 🤖".repeat(50), "x".repeat(10_000_000),
				"iPhone 15 ".repeat(1_000_000), "第".repeat(200), "9".repeat(200), "(((((((((((((", "A2108".repeat(40),
				"\u202Eenohpi", "i\u0338P\u0338h\u0338one\u0338", "' OR 1=1 --", "<script>alert(1)</script>",
				"${jndi:ldap://x}", "%s%n", "\uD800", "ﷺ".repeat(200), "gb ".repeat(66));
	}

	@ParameterizedTest(name = "text {index}")
	@MethodSource("texts")
	void isUnknownAndSearchedForQuickly(String text) {
		assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
			assertThat(DEVICES.check(new Named(text)).verdict()).isEqualTo(Verdict.UNKNOWN);
			assertThat(DEVICES.matching("")).containsAll(DEVICES.matching(text));
		});
	}

	@ParameterizedTest(name = "text {index}")
	@MethodSource("endless")
	void isNotSearchedForWhenItIsEndless(String text) {
		assertThat(DEVICES.matching(text)).isEmpty();
	}

	static Stream<String> endless() {
		return Stream.of("x".repeat(10_000_000), " ".repeat(10_000_000), "iPhone ".repeat(1_000_000));
	}

}
