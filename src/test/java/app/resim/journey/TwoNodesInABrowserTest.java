package app.resim.journey;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import app.resim.identity.SpecimenPictures;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes on one PostgreSQL behind a balancer. In the middle of each page the node that
 * shows it is killed, and the customer goes on at the other one: at the same step, still
 * signed in. Meanwhile the killed one starts again.
 */
@Tag("browser")
@ExtendWith(VisitorExtension.class)
class TwoNodesInABrowserTest {

	private static final String TOLERATED = "ERR_|Failed to fetch|Failed to load|net::|WebSocket|403|404";

	private static final Page.WaitForFunctionOptions A_MINUTE = new Page.WaitForFunctionOptions().setTimeout(60_000);

	@TempDir(cleanup = CleanupMode.ON_SUCCESS)
	private Path folder;

	private KilledPostgres postgres;

	private final Map<String, KilledServer> nodes = new TreeMap<>();

	private StickyProxy proxy;

	private String home;

	private CompletableFuture<?> starting = CompletableFuture.completedFuture(null);

	private Visitor customer;

	private Page page;

	@BeforeEach
	void twoNodes() {
		this.postgres = KilledPostgres.on(this.folder.resolve("postgres"));
		int port = FreePort.anyFree();
		this.home = "http://localhost:" + port;
		Stream.of("a", "b").forEach(name -> this.nodes.put(name, node(name)));
		this.proxy = StickyProxy.open(port, Map.of("a", port("a"), "b", port("b")));
		// one after the other: the first makes tables and keys
		this.nodes.values().forEach(KilledServer::start);
	}

	private KilledServer node(String name) {
		return KilledServer.on(this.folder.resolve(name))
			.set("resim.public-url=" + this.home)
			.set("resim.keys.folder=" + this.folder.resolve("keys"))
			.set("resim.identity.workers=1")
			.set("resim.limits.times=50")
			.set("spring.datasource.url=" + this.postgres.address())
			.set("spring.datasource.username=postgres")
			.set("spring.datasource.password=postgres");
	}

	private int port(String name) {
		return URI.create(this.nodes.get(name).home()).getPort();
	}

	@AfterEach
	void noNodes() throws Exception {
		this.starting.join();
		this.nodes.values().forEach(KilledServer::close);
		this.proxy.close();
		this.postgres.close();
	}

	@Test
	void theWholeWayGoesOnWhateverNodeDies(Visitors visitors) {
		this.customer = visitors.at(this.home).visitor().tolerates(TOLERATED);
		this.page = this.customer.page();
		String mail = "sam.demo@example.com";
		this.customer.askForCode(mail);
		kill();
		this.page.fill("input[name=code]", "123456");
		this.customer.press("continue");
		assertThat(this.page.textContent("main")).as("half a sign-in is begun again, and says so")
			.contains("Nothing you saved is lost");
		this.customer.signIn(mail);

		var way = new CustomersWay(this.customer);
		goneWhile("line-1-replace");
		way.replace(1);

		this.page.check("#held-no", new Page.CheckOptions().setForce(true));
		goneWhile("continue");
		way.device();

		way.card();
		goneWhile("continue");
		assertThat(this.page.locator("#front-show").isVisible()).as("the picture is there").isTrue();
		way.number();

		portraitByAPhone(visitors);
		way.portraitIsThere();

		goneWhile("continue");
		way.reason("lost");

		goneWhile("send");
		String reference = way.send();

		goneWhile(null);
		assertThat(this.page.url()).endsWith("/requests/" + reference);
		assertThat(signIns()).as("signed in once, whatever happened").isEqualTo(1);

		approve(visitors, reference);
		this.page.waitForSelector("#install");
		// on a busy machine all this takes longer than a code lets one see a secret
		String secret = "/requests/" + reference + "/esim";
		this.customer.proveAgain(mail, () -> this.customer.open("/sign-in?again=" + secret));
		this.page.waitForSelector("#qr");
		goneWhile(null);
		assertThat(this.page.locator("#qr").isVisible()).isTrue();
	}

	/**
	 * From a phone that the balancer sends to the other node; and the one that showed the
	 * code dies when it has been read.
	 */
	private void portraitByAPhone(Visitors visitors) {
		this.starting.join();
		this.page.click("#portrait-photo-phone");
		this.page.waitForSelector("#portrait-photo-handover-code");
		String address = CodeReader.read(this.page.locator("#portrait-photo-handover-code"));
		Page phone = visitors.at(this.nodes.get(other()).home()).visitor().page();
		phone.navigate("/hand#" + URI.create(address).getFragment());
		phone.waitForSelector(".numbers");
		Locator number = this.page.locator("#portrait-photo-handover-number");
		number.waitFor();
		goneWhile(null);
		phone.click("#number-" + number.textContent().strip());
		this.page.waitForFunction("() => document.querySelector('.handover').textContent.includes('is connected')");
		phone.setInputFiles("#portrait-photo-field .chooser",
				new FilePayload("me.jpg", "image/jpeg", SpecimenPictures.portrait()));
		phone.waitForSelector(".note.ok", new Page.WaitForSelectorOptions().setTimeout(90_000));
		this.page.waitForSelector("#portrait-show");
	}

	/** By a reviewer on the node that does not show the customer's page. */
	private void approve(Visitors visitors, String reference) {
		this.starting.join();
		Visitor kay = visitors.at(this.nodes.get(other()).home()).visitor();
		kay.signInAsStaff("kay", "demo-kay").open("/staff/cases/" + reference);
		kay.press("review");
		kay.page().waitForSelector("#deed");
		kay.page().check("#deed", new Page.CheckOptions().setForce(true));
		kay.settle().press("approve");
	}

	/**
	 * The node dies, the customer presses or only waits, and the page comes back as it
	 * was, with a sentence.
	 */
	private void goneWhile(@Nullable String pressed) {
		this.customer.settle();
		String step = URI.create(this.page.url()).getPath();
		this.page.evaluate("window.before = true");
		String gone = kill();
		if (pressed != null) {
			this.page.locator("#" + pressed).click();
		}
		this.page.waitForFunction("() => !window.before && document.querySelector('.word .note')", null, A_MINUTE);
		this.customer.settle();
		assertThat(URI.create(this.page.url()).getPath()).isEqualTo(step);
		assertThat(this.page.locator("#sign-out").isVisible()).as("still signed in").isTrue();
		assertThat(serving()).isNotEqualTo(gone);
	}

	private String kill() {
		this.starting.join();
		String gone = serving();
		KilledServer node = this.nodes.get(gone);
		node.kill();
		this.starting = CompletableFuture.runAsync(node::start);
		return gone;
	}

	private String other() {
		return serving().equals("a") ? "b" : "a";
	}

	private String serving() {
		return this.page.context()
			.cookies()
			.stream()
			.filter(cookie -> cookie.name.equals(StickyProxy.COOKIE))
			.map(cookie -> cookie.value)
			.findFirst()
			.orElseThrow();
	}

	private int signIns() {
		return JdbcClient.create(new DriverManagerDataSource(this.postgres.address(), "postgres", "postgres"))
			.sql("SELECT COUNT(*) FROM sign_in_session WHERE kind = 'CUSTOMER'")
			.query(Integer.class)
			.single();
	}

}
