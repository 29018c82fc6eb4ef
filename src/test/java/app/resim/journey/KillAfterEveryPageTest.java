package app.resim.journey;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

	private static final String TOLERATED = "ERR_CONNECTION|Failed to fetch|net::|WebSocket|403|404";

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path data;

	private KilledServer server;

	@BeforeEach
	void aServer() {
		this.server = KilledServer.on(this.data);
	}

	@AfterEach
	void noServer() {
		this.server.close();
	}

	/** A mailbox gets at most five codes in a while, so two people walk the way. */
	@Test
	void theFirstAnswersAreKept(Visitors visitors) {
		walk(visitors, "sam.demo@example.com", List.of(),
				List.of(CustomersWay::device, CustomersWay::document, CustomersWay::portrait));
	}

	@Test
	void theReasonAndWhatWasSentAreKept(Visitors visitors) {
		Visitor ravi = walk(visitors, "ravi.demo@example.com",
				List.of(CustomersWay::device, CustomersWay::document, CustomersWay::portrait),
				List.of(way -> way.reason("damaged"), CustomersWay::send));
		// the job of a killed process is taken up again within half a minute
		ravi.page().waitForSelector("#install", new Page.WaitForSelectorOptions().setTimeout(90_000));
		new CustomersWay(ravi).installPage();
		assertThat(ravi.page().locator("#qr").isVisible()).isTrue();
	}

	private Visitor walk(Visitors visitors, String mail, List<Consumer<CustomersWay>> undisturbed,
			List<Consumer<CustomersWay>> killed) {
		this.server.start();
		Visitor customer = arrive(visitors, mail);
		new CustomersWay(customer).replace(1);
		for (Consumer<CustomersWay> page : undisturbed) {
			page.accept(new CustomersWay(customer));
		}
		for (Consumer<CustomersWay> page : killed) {
			page.accept(new CustomersWay(customer));
			String reached = path(customer);
			this.server.killAndStart();
			customer = arrive(visitors, mail);
			customer.open(reached.replaceAll("(/requests/RS-[0-9A-Z-]+).*", "$1"));
			customer.page().waitForURL("**" + reached);
			customer.settle();
		}
		return customer;
	}

	private Visitor arrive(Visitors visitors, String mail) {
		Visitor customer = visitors.at(this.server.home()).visitor();
		return customer.tolerates(TOLERATED).signIn(mail);
	}

	private static String path(Visitor visitor) {
		return URI.create(visitor.page().url()).getPath();
	}

}
