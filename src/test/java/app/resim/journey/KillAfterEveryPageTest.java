package app.resim.journey;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server is killed after each page of the way. The customer signs in again and goes
 * on at the same question.
 */
@Tag("browser")
@ExtendWith(VisitorExtension.class)
class KillAfterEveryPageTest {

	private static final String SAM = "sam.demo@example.com";

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path data;

	@Test
	void nothingThatWasContinuedIsAskedAgain(Visitors visitors) {
		List<Consumer<CustomersWay>> pages = List.of(CustomersWay::device, CustomersWay::document,
				CustomersWay::portrait, way -> way.reason("damaged"), CustomersWay::send);
		try (KilledServer server = KilledServer.on(this.data).start()) {
			Visitor sam = visitors.at(server.home()).visitor();
			sam.tolerates("ERR_CONNECTION|Failed to fetch|net::|WebSocket|403|404").signIn(SAM);
			new CustomersWay(sam).replace(1);
			for (Consumer<CustomersWay> page : pages) {
				page.accept(new CustomersWay(sam));
				String reached = path(sam);
				server.killAndStart();
				sam = visitors.at(server.home()).visitor();
				sam.tolerates("ERR_CONNECTION|Failed to fetch|net::|WebSocket|403|404").signIn(SAM);
				sam.open(reached.replaceAll("(/requests/RS-[0-9A-Z-]+).*", "$1"));
				sam.page().waitForURL("**" + reached);
				sam.settle();
			}
			new CustomersWay(sam).installPage();
			assertThat(sam.page().locator("#qr").isVisible()).isTrue();
		}
	}

	private static String path(Visitor visitor) {
		return java.net.URI.create(visitor.page().url()).getPath();
	}

}
