package app.resim.ui;

import java.net.HttpCookie;

import app.resim.WholeResim;
import app.resim.notification.simulated.CaughtMessages;
import app.resim.ui.Browserlike.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Several operators in one portal: whose pages somebody sees, before and after sign-in.
 */
@WholeResim
class WhoseOperatorOverHttpTest {

	private final CaughtMessages messages;

	private final Browserlike browser;

	WhoseOperatorOverHttpTest(@LocalServerPort int port, @Autowired CaughtMessages messages) {
		this.messages = messages;
		this.browser = new Browserlike(port);
	}

	@Test
	void whoeverComesFirstSeesTheFirstBrandAndMayChooseAnother() {
		assertThat(shown(this.browser.get("/privacy"))).isEqualTo("Tidewire Mobile");

		Answer which = this.browser.get("/operator");

		assertThat(which.heading()).isEqualTo("Which operator is your number with?");
		assertThat(which.document().select(".rows a").eachAttr("href")).containsExactly("/",
				"/operator/china-mobile-hk", "/operator/china-unicom-hk", "/operator/china-telecom-hk", "/operator/mts",
				"/operator/megafon", "/operator/beeline", "/operator/other");
		assertThat(this.browser.session()).isEmpty();
	}

	@Test
	void aChosenBrandStaysWithItsColourAndItsLanguages() {
		this.browser.reading("zh-HK");
		Answer chosen = this.browser.get("/privacy?brand=mts&x=1");

		assertThat(chosen.status()).isEqualTo(303);
		assertThat(chosen.location()).contains("/privacy?x=1");
		assertThat(chosen.header("Set-Cookie").orElse("")).contains("brand=mts", "HttpOnly", "SameSite=Lax");
		Answer page = this.browser.get("/privacy");
		assertThat(shown(page)).isEqualTo("MTS");
		assertThat(page.document().getElementsByTag("html").attr("lang")).isEqualTo("ru");
		assertThat(page.document().select(".languages a").eachAttr("lang")).containsExactly("ru", "en");
		String sheet = page.document().select("link[rel=stylesheet]").attr("href");
		assertThat(this.browser.get(sheet).http().body()).contains("--brand-hue: 15;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/privacy?brand=nobody", "/privacy?brand=", "/privacy?brand=%0d%0aX:1" })
	void aBrandThatNobodyHasChangesNothing(String path) {
		Answer answer = this.browser.get(path);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(shown(answer)).isEqualTo("Tidewire Mobile");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/privacy", "/sign-in", "/operator", "/no-such-page" })
	void everyPageOfAnExampleSaysThatItIsOne(String path) {
		this.browser.get("/?brand=megafon");

		assertThat(this.browser.get(path).document().select(".demo").text()).contains("Example",
				"MegaFon does not run this site.");
	}

	@Test
	void whatAnotherOperatorHasPublishedIsShownAndNothingElse() {
		Answer published = this.browser.get("/operator/china-mobile-hk");
		assertThat(published.heading()).isEqualTo("Only China Mobile Hong Kong can replace your SIM");
		assertThat(published.document().select("main a").eachAttr("href")).contains("https://www.hk.chinamobile.com",
				"/?brand=china-mobile-hk");
		assertThat(published.document().select("main").text()).contains("+852 2945 8888");

		Answer weak = this.browser.get("/operator/mts");
		assertThat(weak.document().select("main").text()).doesNotContain("800").doesNotContain("Ask MTS");
	}

	@Test
	void howToChangeToAnotherOperatorIsSaidAlsoForThoseOfNoList() {
		for (String path : new String[] { "/operator/other", "/operator/nobody" }) {
			Answer other = this.browser.get(path);
			assertThat(other.heading()).isEqualTo("Only your own operator can replace your SIM");
			assertThat(other.document().select("main ol li")).hasSize(5);
			assertThat(other.document().getElementById("go-on")).isNull();
		}
	}

	@Test
	void whoeverSignsInSeesTheirOwnOperator() {
		signIn("daniel.demo@example.com");

		assertThat(this.browser.cookie("brand")).map(HttpCookie::getValue).contains("mts");
		assertThat(shown(this.browser.get("/ready"))).isEqualTo("MTS");
		// chosen before or elsewhere, it does not count any more
		assertThat(this.browser.get("/ready?brand=beeline").status()).isEqualTo(200);
		var other = new HttpCookie("brand", "beeline");
		assertThat(shown(this.browser.copying(other).get("/ready"))).isEqualTo("MTS");
	}

	private void signIn(String mailbox) {
		this.messages.clear();
		Answer codePage = Mailbox.askForCode(this.browser, mailbox);
		assertThat(Mailbox.enter(this.browser, codePage, new Mailbox(this.messages).code()).status()).isEqualTo(303);
	}

	private static String shown(Answer page) {
		return page.document().select("header .brand").text();
	}

}
