package app.resim.ui;

import java.util.Map;

import app.resim.WholeResim;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.limits.Limits;
import app.resim.limits.Turn;
import app.resim.ui.Browserlike.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The limits of the portal as it is wired, a thousand times as wide here.
 */
@WholeResim
class LimitsOverHttpTest {

	private final Browserlike browser;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Limits limits;

	LimitsOverHttpTest(@LocalServerPort int port) {
		this.browser = new Browserlike(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/staff/sign-in", "/%73taff/sign-in", "/staff/sign-in;x=1", "/./staff/sign-in",
			"/staff/x/../sign-in" })
	void howeverAnAddressIsSpelledItIsCounted(String path) {
		this.database.sql("DELETE FROM limit_bucket").update();

		Answer answer = this.browser.post(path, Map.of("name", "nobody", "password", "wrong"));

		// no form token, or a spelling that nobody takes
		assertThat(answer.status()).isIn(400, 403, 404);
		assertThat(this.database.sql("SELECT COUNT(*) FROM limit_bucket").query(Integer.class).single()).isEqualTo(2);
	}

	@Test
	void aWrongTokenOfTheBackEndIsCounted() {
		this.database.sql("DELETE FROM limit_bucket").update();

		assertThat(this.browser.get("/api/privacy/customers/demo-1001/export").status()).isEqualTo(401);
		assertThat(this.database.sql("SELECT COUNT(*) FROM limit_bucket").query(Integer.class).single()).isEqualTo(2);
	}

	@Test
	void whoeverCannotBeCountedIsToldKindlyToComeBack() {
		this.limits.take(Deed.STAFF_SIGN_IN, Asker.at("127.0.0.1"));
		this.database.sql("UPDATE limit_bucket SET state = ?").param(new byte[] { 7, 7, 7, 7, 7, 7, 7, 7 }).update();
		try {
			Answer refused = this.browser.post("/staff/sign-in", Map.of());

			assertThat(refused.status()).isEqualTo(503);
			assertThat(refused.header("Retry-After")).contains("30");
			assertThat(refused.heading()).isEqualTo("We cannot take this at the moment");
		}
		finally {
			this.database.sql("DELETE FROM limit_bucket").update();
		}
	}

	@Test
	void whoeverDoesItTooOftenIsToldKindlyToWait() {
		Asker here = Asker.at("127.0.0.1");
		int tries = 0;
		while (this.limits.take(Deed.STAFF_SIGN_IN, here) instanceof Turn.Granted && tries < 70_000) {
			tries++;
		}
		try {
			Answer refused = this.browser.post("/staff/sign-in", Map.of());

			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.header("Retry-After")).isPresent();
			assertThat(refused.heading()).isEqualTo("You tried too often in a short time");
		}
		finally {
			this.database.sql("DELETE FROM limit_bucket").update();
		}
	}

}
