package app.resim.ui;

import java.util.List;

import com.vaadin.flow.component.html.Image;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages written without Flow, from the components of the Flow pages.
 */
class PlainPagesTest {

	private static final String HOSTILE = "\"><script>alert(1)</script>&amp;{0}**x**";

	private final PlainPages pages = new PlainPages(new Look());

	@Test
	void whatSomebodyTypedStaysText() {
		var page = new Page(Readers.stranger(Language.ENGLISH));
		page.title(HOSTILE);
		page.add(TextQuestion.heading(page.words(), "name", HOSTILE).hint(HOSTILE).filled(HOSTILE),
				Notice.info(Icons.INFO, HOSTILE, HOSTILE), new Link("/x?" + HOSTILE, HOSTILE),
				new CopyField(page.words(), HOSTILE, HOSTILE), new Image("/qr?" + HOSTILE, HOSTILE),
				new Badge(Badge.Look.OK, HOSTILE));
		Document written = written(page);
		assertThat(written.getElementsByTag("script")).isEmpty();
		assertThat(written.getElementById("name").val()).isEqualTo(HOSTILE);
		assertThat(written.title()).isEqualTo(HOSTILE + " – Tidewire Mobile");
		assertThat(written.select(".badge").text()).isEqualTo(HOSTILE);
	}

	@Test
	void aLongAnswerComesBackAsItWas() {
		var page = new Page(Readers.stranger(Language.ENGLISH));
		page.add(TextQuestion.lines(page.words(), "why", "Why?").filled("  two\n\n  lines <b>"));
		assertThat(written(page).getElementById("why").wholeText()).isEqualTo("  two\n\n  lines <b>");
	}

	@Test
	void nothingNeedsAScriptOrAStyleAttribute() {
		var page = new Page(Readers.customer(Language.ENGLISH));
		page.back("/lines");
		page.add(Art.HOME.draw(), new Timeline(page.words()).now("Now", "by 15:52", ""));
		Document written = written(page);
		assertThat(written.select("script, style, [style], [onclick]")).isEmpty();
		assertThat(written.select("link[rel=stylesheet]").attr("href")).matches("/look/[0-9a-f]{12}/app.css");
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void everyPageNamesItsLanguageAndOffersTheOthers(Language language) {
		Document written = written(new Page(Readers.stranger(language)));
		assertThat(written.getElementsByTag("html").attr("lang")).isEqualTo(language.tag());
		assertThat(written.select(".languages a").eachAttr("href")).containsExactly("/lines?lang=en",
				"/lines?lang=zh-Hant", "/lines?lang=zh-Hans", "/lines?lang=ru");
		assertThat(written.select(".languages a[aria-current]").eachAttr("lang")).containsExactly(language.tag());
	}

	@Test
	void anErrorStandsInTheTitleOnTopAndAtItsField() {
		var page = new Page(Readers.stranger(Language.ENGLISH));
		page.title("What is your name?");
		var name = TextQuestion.heading(page.words(), "name", "What is your name?");
		page.add(Form.post(page.visit(), "/name", name));
		page.refuse(List.of(new Problem(name, "Enter your name.")));
		Document written = written(page);
		assertThat(written.title()).isEqualTo("Error: What is your name? – Tidewire Mobile");
		assertThat(written.select("main > :first-child").attr("role")).isEqualTo("alert");
		assertThat(written.select(".summary a").attr("href")).isEqualTo("#name");
		assertThat(written.getElementById("name-error").text()).isEqualTo("Error: Enter your name.");
		assertThat(written.getElementById("name").attr("aria-invalid")).isEqualTo("true");
		assertThat(written.getElementById("name").attr("aria-describedby")).contains("name-error");
	}

	@Test
	void aPostedFormCarriesTheTokenOfTheSession() {
		var page = new Page(Readers.stranger(Language.ENGLISH));
		page.add(Form.post(page.visit(), "/name"));
		assertThat(written(page).select("main input[name=_csrf]").val()).isEqualTo("token-of-this-session");
	}

	@Test
	void onlySomebodyWhoHasSignedInCanSignOut() {
		assertThat(written(new Page(Readers.stranger(Language.ENGLISH))).getElementById("sign-out")).isNull();
		assertThat(written(new Page(Readers.customer(Language.ENGLISH))).getElementById("sign-out")).isNotNull();
	}

	@Test
	void theStyleSheetStaysSmallAndKnowsTheBrandsHue() {
		String sheet = new Look().sheet(Readers.brand());
		assertThat(sheet.length()).isLessThan(40 * 1024);
		assertThat(sheet).contains("--brand-hue: 212;");
	}

	private Document written(Page page) {
		return Jsoup.parse(this.pages.show(page).getBody());
	}

}
