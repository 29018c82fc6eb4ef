package app.resim.journey;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * A power cut, as far as one process can have one.
 */
@Tag("browser")
class StopByKillTest {

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path data;

	@Test
	void aKilledServerStartsAgainOnItsData() {
		try (KilledServer server = KilledServer.on(this.data).start()) {
			assertThatCode(server::killAndStart).doesNotThrowAnyException();
		}
	}

}
