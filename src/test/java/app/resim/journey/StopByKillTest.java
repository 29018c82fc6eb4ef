package app.resim.journey;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A power cut, as far as one process can have one.
 */
@Tag("browser")
@ExtendWith(VisitorExtension.class)
class StopByKillTest {

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path data;

	@Test
	void whatWasAcknowledgedBeforeIsThereAfterwards(Visitors visitors) {
		try (KilledServer server = KilledServer.on(this.data).start()) {
			Visitor sam = visitors.at(server.home()).visitor();
			String code = sam.awaitCode("sam.demo@example.com", () -> sam.askForCode("sam.demo@example.com"));
			server.killAndStart();
			sam.open("/demo/messages");
			assertThat(sam.page().locator("li .code").allTextContents()).containsExactly(code);
		}
	}

}
