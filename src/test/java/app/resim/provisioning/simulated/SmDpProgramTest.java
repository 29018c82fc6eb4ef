package app.resim.provisioning.simulated;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The words after {@code script/smdp}.
 */
class SmDpProgramTest {

	@Test
	void withNoWordsItListensOnTheUsualPortsAndDoesEverythingRight() {
		SmDpServer.Settings settings = SmDpProgram.settings(List.of());
		assertThat(settings.port()).isEqualTo(8443);
		assertThat(settings.phonePort()).isEqualTo(8444);
		assertThat(settings.data()).isEmpty();
		assertThat(settings.callback()).isEmpty();
		assertThat(settings.fault()).isEqualTo(new Fault.None());
	}

	@Test
	void everyWordIsUnderstood() {
		SmDpServer.Settings settings = SmDpProgram.settings(List.of("--port", "9443", "--phone-port", "9000", "--data",
				"profiles", "--callback", "https://portal.example.com/", "--tls", "tls", "--fault", "slow=40"));
		assertThat(settings).isEqualTo(new SmDpServer.Settings(9443, 9000, Optional.of(Path.of("profiles")),
				Optional.of(URI.create("https://portal.example.com")), new TlsFolder(Path.of("tls")),
				new Fault.Hang(Duration.ofSeconds(40))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "--port", "--port x", "--porte 1", "--fault worse", "--fault refuse=all", "--fault slow=x",
			"--fault slow=", "start" })
	void everythingElseIsRefused(String words) {
		assertThatIllegalArgumentException().isThrownBy(() -> SmDpProgram.settings(List.of(words.split(" "))));
	}

	@Test
	void aRefusalCanBeAnyCode() {
		assertThat(Fault.named("refuse=8.1.1-3.10")).isEqualTo(new Fault.Refuse("8.1.1-3.10"));
		assertThat(Fault.named("refuse")).isEqualTo(new Fault.Refuse("8.2.5-3.7"));
	}

}
