package app.resim.ui;

import java.util.List;
import java.util.Map;

import app.resim.WholeResim;
import app.resim.account.Bills;
import app.resim.account.Standing.Debt;
import app.resim.account.Standing.OpenBill;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.ui.Browserlike.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody pays a bill at the pretended billing while the portal is open in another tab.
 */
@WholeResim
class DemoBillingOverHttpTest {

	private static final String PAGE = "/demo/billing";

	private static final SubscriberId WEI = new SubscriberId("demo-1003");

	private static final Msisdn WEIS_LINE = new Msisdn("+85255500108");

	private final Browserlike browser;

	private final Bills bills;

	private final JdbcClient database;

	@Autowired
	DemoBillingOverHttpTest(@LocalServerPort int port, Bills bills, JdbcClient database) {
		this.browser = new Browserlike(port);
		this.bills = bills;
		this.database = database;
	}

	@AfterEach
	void nothingWasPaid() {
		this.database.sql("DELETE FROM simulated_billing").update();
	}

	private Answer pay(String bill) {
		Answer done = this.browser.submit(this.browser.get(PAGE), PAGE, Map.of("bill", bill));
		return this.browser.follow(done);
	}

	private List<OpenBill> open() {
		return (this.bills.standing(WEI, WEIS_LINE).debt() instanceof Debt.Owed owed) ? owed.bills() : List.of();
	}

	@Test
	void aBillThatIsPaidHereIsPaidForThePortalAtOnce() {
		assertThat(this.browser.get(PAGE).document().select("#unpaid li")).hasSize(2);
		OpenBill first = open().getFirst();
		assertThat(first.payAt().orElseThrow().toString()).startsWith("http://localhost:").endsWith(PAGE);

		Answer paid = pay(first.number());
		assertThat(paid.document().select("#main").text()).contains("The bill is paid");
		assertThat(paid.document().select("#unpaid li")).hasSize(1);
		assertThat(paid.document().select("#deeds li").text()).contains("Bill paid", first.number(), "+852 5550 0108");
		assertThat(open()).extracting(OpenBill::number).hasSize(1).doesNotContain(first.number());
	}

	@Test
	void aBillIsPaidOnce() {
		String number = open().getFirst().number();
		pay(number);
		assertThat(pay(number).document().select("#main").text()).contains("This bill was paid before");
		assertThat(pay("no-such-bill").document().select("#deeds li")).hasSize(1);
	}

	@Test
	void thePageSpeaksTheReadersLanguage() {
		assertThat(this.browser.reading("ru").get(PAGE).heading()).isEqualTo("Воображаемый биллинг");
		assertThat(this.browser.reading("zh-HK").get(PAGE).document().select("#unpaid").text()).contains("未繳");
	}

}
