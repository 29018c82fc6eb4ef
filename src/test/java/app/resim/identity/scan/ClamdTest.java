package app.resim.identity.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;

import app.resim.counterpart.Counterpart;
import app.resim.counterpart.SomeCounterparts;
import app.resim.identity.cleaning.HostileFiles;
import app.resim.identity.scan.FakeClamd.Manner;
import app.resim.identity.spool.Spool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@Timeout(30)
class ClamdTest {

	private static final byte[] EICAR = HostileFiles.EICAR.getBytes(StandardCharsets.US_ASCII);

	private final Counterpart health = SomeCounterparts.one();

	@TempDir
	private Path folder;

	@Test
	void aHarmlessFileIsCleanAndWasSeenWhole() {
		byte[] file = new byte[1_000_000];
		try (var server = new FakeClamd(Manner.WELL)) {
			assertThat(scan(server.address(), file, 20_000)).isEqualTo(Verdict.CLEAN);
			assertThat(server.received()).isEqualTo(file);
		}
	}

	@Test
	void theTestVirusIsFound() {
		try (var server = new FakeClamd(Manner.WELL)) {
			assertThat(scan(server.address(), EICAR, 20_000)).isEqualTo(Verdict.INFECTED);
		}
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
	void aScannerThatDoesNotAnswerProperlyClearsNothing(Manner manner) {
		try (var server = new FakeClamd(manner)) {
			assertThat(scan(server.address(), new byte[100], 500)).isEqualTo(Verdict.UNKNOWN);
			assertThat(scan(server.address(), new byte[5_000_000], 500)).isEqualTo(Verdict.UNKNOWN);
		}
	}

	@Test
	void aScannerThatIsDownClearsNothing() {
		var server = new FakeClamd(Manner.WELL);
		server.close();
		assertThat(scan(server.address(), new byte[100], 20_000)).isEqualTo(Verdict.UNKNOWN);
		assertThat(scan("/nowhere/clamd.sock", new byte[100], 20_000)).isEqualTo(Verdict.UNKNOWN);
	}

	@Test
	void howItIsComesFromWhatItSaidToFilesAndNothingElseIsAsked() {
		try (var server = new FakeClamd(Manner.WELL)) {
			scan(server.address(), EICAR, 20_000);
			assertThat(this.health.answers()).as("what it finds is an answer").isTrue();
		}
		for (int file = 0; file < 5; file++) {
			scan("/nowhere/clamd.sock", new byte[100], 20_000);
		}
		assertThat(this.health.answers()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "localhost", "localhost:", "localhost:clamd", "unix:socket" })
	void anAddressThatCannotBeMeantIsRefusedAtTheStart(String address) {
		assertThatIllegalArgumentException().isThrownBy(() -> new Clamd(address, Duration.ofSeconds(1), this.health));
	}

	private Verdict scan(String address, byte[] file, int limit) {
		try (var clamd = new Clamd(address, Duration.ofMillis(limit), this.health);
				var upload = new Spool(this.folder).take(new ByteArrayInputStream(file), 15_000_000)) {
			return clamd.scan(upload);
		}
		catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
