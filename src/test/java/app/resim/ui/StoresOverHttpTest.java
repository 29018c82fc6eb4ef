package app.resim.ui;

import java.util.List;

import app.resim.MovingClock;
import app.resim.WholeResim;
import app.resim.kernel.BrandId;
import app.resim.ui.Browserlike.Answer;
import app.resim.visit.ShopFloor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The list of stores, as somebody without a sign-in gets it.
 */
@WholeResim
class StoresOverHttpTest {

	private static final BrandId TIDEWIRE = new BrandId("tidewire");

	private final Browserlike browser;

	@Autowired
	private ShopFloor floor;

	@Autowired
	private MovingClock clock;

	@Autowired
	private JdbcClient database;

	StoresOverHttpTest(@LocalServerPort int port) {
		this.browser = new Browserlike(port);
	}

	@BeforeEach
	void onATuesdayAfternoon() {
		this.clock.moveToTuesday();
		this.database.sql("DELETE FROM shop_queue").update();
	}

	@Test
	void eachStoreSaysWhereWhenWhatForAndThatItIsInvented() {
		Answer page = this.browser.get("/shops");
		assertThat(page.heading()).isEqualTo("Our stores");
		assertThat(page.document().select("ol.rows > li")).hasSize(3);
		assertThat(page.document().text()).contains("These stores are invented", "1 Invented Quay",
				"weekdays 10:00 to 20:00; Saturday, 10:00 to 18:00", "What to bring",
				"Usually about 30 minutes at this time of day", "Takes about 15 minutes.");
		assertThat(page.document().select("#book-central").attr("href")).isEqualTo("/visits/new?store=central");
		assertThat(this.browser.session()).as("no session for looking at a list").isEmpty();
	}

	@Test
	void mapsAreLinksThatTellNothingAndLoadNothing() {
		Answer page = this.browser.get("/shops");
		List<Element> maps = page.document().select("ul.maps a");
		assertThat(maps).hasSize(9).allSatisfy(link -> assertThat(link.attr("rel")).isEqualTo("noreferrer noopener"));
		assertThat(maps).extracting(link -> link.attr("href").replaceFirst("[?].*", "").replaceFirst("/search/$", ""))
			.startsWith("https://www.google.com/maps", "https://maps.apple.com/", "https://uri.amap.com/marker");
		assertThat(maps.get(2).attr("href")).contains("position=114.1612,22.2869");
		assertThat(page.document().select("[src^=http], link[href^=http]")).isEmpty();
	}

	@Test
	void thePlacesAreThereForTheBrowserToComputeDistances() {
		Answer page = this.browser.get("/shops");
		assertThat(page.document().select("[data-latitude]")).hasSize(3).allMatch(place -> place.hasAttr("hidden"));
		assertThat(page.document().select("[data-distances]").attr("data-kilometres")).contains("#");
		assertThat(page.header("Permissions-Policy").orElse("")).contains("geolocation=(self)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/shops?for=visit&about=RS-7K4M-29QD | /visits/new?for=visit&about=RS-7K4M-29QD&store=mong-kok
			/shops?for=dance&about=<b>          | /visits/new?store=mong-kok
			""")
	void whatTheBookingIsAboutIsKept(String path, String booking) {
		assertThat(this.browser.get(path.replace("<", "%3C").replace(">", "%3E"))
			.document()
			.select("#book-mong-kok")
			.attr("href")).isEqualTo(booking);
	}

	@Test
	void aStoreThatDoesNotDoItOffersNoBooking() {
		assertThat(this.browser.get("/shops?for=card").document().select("#book-sha-tin")).isEmpty();
	}

	@Test
	void whoeverCountsInTheStoreIsReadHere() {
		this.floor.count(TIDEWIRE, "central", 4, "kay");
		assertThat(this.browser.get("/shops").document().text()).contains("4 people wait, counted at 13:31");
	}

	@ParameterizedTest
	@CsvSource({ "zh-Hant, 我們的門市", "zh-Hans, 我们的门店", "ru, Наши салоны" })
	void itSpeaksTheReadersLanguage(String language, String heading) {
		assertThat(this.browser.another().reading(language).get("/shops").heading()).isEqualTo(heading);
	}

}
