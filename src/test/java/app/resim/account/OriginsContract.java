package app.resim.account;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.keys.FreshSeal;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which browsers are known again, on every database.
 */
abstract class OriginsContract {

	private static final SubscriberId SAM = new SubscriberId("demo-1001");

	private static final SubscriberId ANNA = new SubscriberId("demo-1002");

	private final MovingClock clock = new MovingClock();

	private JdbcClient database;

	private Origins origins;

	abstract DataSource database();

	@BeforeEach
	void open() {
		this.database = JdbcClient.create(database());
		this.origins = new Origins(this.database, FreshSeal.make(), new SecureRandom(), this.clock);
	}

	@Test
	void aBrowserIsKnownSinceTheFirstSignInOfThatCustomerWithIt() {
		String browser = this.origins.newBrowser();
		Instant first = this.clock.instant();
		assertThat(this.origins.note(SAM, browser, "n").browserSince()).isEqualTo(first);

		this.clock.move(Duration.ofDays(8));

		assertThat(this.origins.note(SAM, browser, "n").browserSince()).isEqualTo(first);
		assertThat(this.origins.note(ANNA, browser, "n").browserSince()).as("somebody else's")
			.isEqualTo(this.clock.instant());
		assertThat(this.origins.note(SAM, this.origins.newBrowser(), "n").browserSince())
			.isEqualTo(this.clock.instant());
	}

	@Test
	void neitherCookieNorNetworkLieInTheDatabase() {
		String browser = this.origins.newBrowser();
		Origin here = this.origins.note(SAM, browser, "c0000201");

		assertThat(browser).matches("[A-Za-z0-9_-]{43}");
		assertThat(here.network()).isEqualTo(this.origins.note(ANNA, browser, "c0000201").network())
			.isNotEqualTo(this.origins.note(SAM, browser, "c0000202").network())
			.doesNotContain("c0000201")
			.hasSizeLessThanOrEqualTo(100);
		assertThat(this.database.sql("SELECT mark FROM known_browser").query(String.class).list())
			.doesNotContain(browser)
			.allSatisfy(mark -> assertThat(mark).hasSize(64));
	}

	@Test
	void aBrowserThatStaysAwayIsForgotten() {
		String browser = this.origins.newBrowser();
		this.origins.note(SAM, browser, "n");
		this.clock.move(Origins.KEPT);
		this.origins.purge();
		assertThat(known()).isEqualTo(1);

		this.clock.move(Duration.ofSeconds(1));
		this.origins.purge();
		assertThat(known()).isZero();
	}

	@Test
	void aCustomersBrowsersAreExportedAndErased() {
		this.origins.note(SAM, this.origins.newBrowser(), "n");
		this.origins.note(ANNA, this.origins.newBrowser(), "n");
		var browsers = new BrowsersOfACustomer(this.database);
		assertThat(browsers.export(SAM, Actor.RESIM).entries()).hasSize(1);

		browsers.erase(SAM, Actor.RESIM, this.clock.instant());

		assertThat(browsers.export(SAM, Actor.RESIM).entries()).isEmpty();
		assertThat(known()).as("the other customer's").isEqualTo(1);
	}

	private int known() {
		return this.database.sql("SELECT COUNT(*) FROM known_browser").query(Integer.class).single();
	}

}
