package app.resim.catalogue;

import java.util.Optional;

import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.DeviceQuestion.Chosen;
import app.resim.catalogue.DeviceQuestion.Named;
import app.resim.catalogue.DeviceQuestion.WithEid;
import app.resim.catalogue.DeviceQuestion.WithImei;
import app.resim.kernel.Eid;
import app.resim.kernel.Imei;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceOfACustomerTest {

	private static final Devices DEVICES = CatalogueFixture.devices();

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "iPhone XR, SOME_VERSIONS, apple-iphone-xr", "A2108, NOT_COMPATIBLE, apple-iphone-xr",
			"iPhone 15, SOME_VERSIONS, apple-iphone-15", "SM-S928U, COMPATIBLE, samsung-galaxy-s24-ultra",
			"SM-S9280, SOME_VERSIONS, samsung-galaxy-s24-ultra", "Pixel 2, NOT_COMPATIBLE, google-pixel-2",
			"Pixel 3, SOME_VERSIONS, google-pixel-3" })
	void theExamplesThatEveryListMustKnow(String text, Verdict verdict, String id) {
		DeviceAnswer answer = named(text);

		assertThat(answer.verdict()).isEqualTo(verdict);
		assertThat(answer.device()).map(Device::id).hasValue(id);
		assertThat(answer.list()).matches("\\d{4}-\\d{2}-\\d{2}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "iPhone 15 US", "iPhone 15 (United States)", "iPhone 15 bought in the United States",
			"A2846", "iPhone 15 A2846", "айфон 15 США", "iPhone 15 美版" })
	void anIphone15FromTheUnitedStatesWorksAndTakesNoCard(String text) {
		DeviceAnswer answer = named(text);

		assertThat(answer.verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(answer.device()).map(Device::tray).hasValue(Device.Tray.NO);
		assertThat(answer.exception()).isEmpty();
	}

	@Test
	void anIphone15FromNobodyKnowsWhereMayBeOneForTwoCards() {
		DeviceAnswer answer = named("iPhone 15");

		assertThat(answer.verdict()).isEqualTo(Verdict.SOME_VERSIONS);
		assertThat(answer.device()).map(Device::tray).hasValue(Device.Tray.SOME);
		assertThat(answer.exception()).hasValue("iphone-two-cards");
	}

	@ParameterizedTest
	@ValueSource(strings = { "A3092", "iPhone 15 港版", "iPhone 15 国行", "iPhone 15 Hong Kong", "苹果15 国行",
			"iPhone 15 (mainland China)" })
	void anIphone15ForTwoCardsDoesNotWork(String text) {
		DeviceAnswer answer = named(text);

		assertThat(answer.verdict()).isEqualTo(Verdict.NOT_COMPATIBLE);
		assertThat(answer.exception()).hasValue("iphone-two-cards");
		assertThat(answer.device()).map(Device::tray).hasValue(Device.Tray.YES);
	}

	@Test
	void anEidOutranksTheList() {
		var eid = new Eid("89049032123451234512345678901235");
		assertThat(named("Unheard 9000").verdict()).isEqualTo(Verdict.UNKNOWN);

		DeviceAnswer answer = DEVICES.check(new WithEid(eid));

		assertThat(answer.verdict()).isEqualTo(Verdict.COMPATIBLE);
		assertThat(answer.device()).isEmpty();
		assertThat(answer.exception()).isEmpty();
	}

	@Test
	void noTypeAllocationCodeIsShipped() {
		DeviceAnswer answer = DEVICES.check(new WithImei(new Imei("490154203237518")));

		assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(answer.device()).isEmpty();
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource(delimiter = '|', textBlock = """
			iphone xr                          | apple-iphone-xr
			IPHONEXR                           | apple-iphone-xr
			Apple iPhone XR                    | apple-iphone-xr
			  apple   iphone-xr                | apple-iphone-xr
			ｉＰｈｏｎｅ　ＸＲ                   | apple-iphone-xr
			айфон XR                           | apple-iphone-xr
			iPhone ХR                          | apple-iphone-xr
			苹果 XR                             | apple-iphone-xr
			my new iPhone XR 128 GB            | apple-iphone-xr
			iPhone SE (2nd generation)         | apple-iphone-se-2
			iPhone SE 2nd gen                  | apple-iphone-se-2
			i̸P̸hone X̸R                           | apple-iphone-xr
			iphone se 2020                     | apple-iphone-se-2
			iPad 第10代                         | apple-ipad-10
			iPad Pro 12.9-inch (5th generation) | apple-ipad-pro-12-9-inch-5
			Samsung Galaxy S23+                | samsung-galaxy-s23-plus
			galaxy s23 plus                    | samsung-galaxy-s23-plus
			s23+                               | samsung-galaxy-s23-plus
			Samsung S23 Plus 5G                | samsung-galaxy-s23-plus
			三星 Galaxy S23 Ultra               | samsung-galaxy-s23-ultra
			самсунг галакси s23 ультра         | samsung-galaxy-s23-ultra
			Galaxy A54                         | samsung-galaxy-a54-5g
			Z Flip 4                           | samsung-galaxy-z-flip4
			Galaxy Z Flip                      | samsung-galaxy-z-flip
			Galaxy Z Flip 5G                   | samsung-galaxy-z-flip-5g
			Note 20 Ultra                      | samsung-galaxy-note20-ultra
			华为 P40 Pro                        | huawei-p40-pro
			HUAWEI P40 Pro+                    | huawei-p40-pro-plus
			華為手機 P40                         | huawei-p40
			小米13                              | xiaomi-13
			小米 13T Pro                        | xiaomi-13t-pro
			сяоми 13 про                       | xiaomi-13-pro
			红米 Note 13 Pro                    | xiaomi-redmi-note-13-pro
			honor magic 6 pro                  | honor-magic6-pro
			荣耀 Magic6 Pro                     | honor-magic6-pro
			Google Pixel 8a                    | google-pixel-8a
			Sony Xperia 1 V                    | sony-xperia-1-v
			XPERIA 1 Ⅴ                         | sony-xperia-1-v
			moto g84                           | motorola-moto-g84
			OnePlus12                          | oneplus-12
			""")
	void namesAreUnderstoodAsPeopleWriteThem(String text, String id) {
		assertThat(named(text).device()).map(Device::id).hasValue(id);
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "A2108, apple-iphone-xr, NOT_COMPATIBLE", "а2108, apple-iphone-xr, NOT_COMPATIBLE",
			"Model A2105, apple-iphone-xr, COMPATIBLE", "iPhone XR (A2108), apple-iphone-xr, NOT_COMPATIBLE",
			"a 2108, apple-iphone-xr, NOT_COMPATIBLE", "SM-S928B/DS, samsung-galaxy-s24-ultra, COMPATIBLE",
			"sm s928b, samsung-galaxy-s24-ultra, COMPATIBLE", "S928U1, samsung-galaxy-s24-ultra, COMPATIBLE",
			"SMS9280, samsung-galaxy-s24-ultra, SOME_VERSIONS", "SM-S928Q, samsung-galaxy-s24-ultra, SOME_VERSIONS",
			"Galaxy S24 Ultra SM-S928W, samsung-galaxy-s24-ultra, COMPATIBLE",
			"SM-G991U, samsung-galaxy-s21-5g, SOME_VERSIONS", "2211133C, xiaomi-13, NOT_COMPATIBLE",
			"2211133G, xiaomi-13, SOME_VERSIONS", "ANA-NX9, huawei-p40, COMPATIBLE",
			"A1980, apple-ipad-pro-11-inch-1, NOT_COMPATIBLE", "XQ-CT54, sony-xperia-1-iv, COMPATIBLE",
			"GX7AS, google-pixel-6a, COMPATIBLE" })
	void aModelCodeDecides(String text, String id, Verdict verdict) {
		DeviceAnswer answer = named(text);

		assertThat(answer.device()).map(Device::id).hasValue(id);
		assertThat(answer.verdict()).isEqualTo(verdict);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource({ "iPhone 17 港版, COMPATIBLE", "iPhone 17 国行, NOT_COMPATIBLE", "iPhone XS Hong Kong, COMPATIBLE",
			"iPhone XR Hong Kong, NOT_COMPATIBLE", "iPhone XR Macau, NOT_COMPATIBLE", "Galaxy S24 香港, SOME_VERSIONS",
			"Pixel 8 USA, COMPATIBLE" })
	void thePlaceOfSaleHelpsWhereItIsKnown(String text, Verdict verdict) {
		assertThat(named(text).verdict()).isEqualTo(verdict);
	}

	@ParameterizedTest
	@ValueSource(strings = { "iPhone SE", "iPad Pro", "iPad", "Motorola 40", "Galaxy Z Fold 5G" })
	void aNameOfSeveralModelsAsksForTheModelNumberOrNamesOne(String text) {
		DeviceAnswer answer = named(text);

		assertThat(answer.verdict()).isEqualTo(Verdict.SOME_VERSIONS);
		assertThat(answer.exception()).isPresent();
	}

	@Test
	void aNameOfSeveralModelsNamesNone() {
		DeviceAnswer answer = named("iPhone SE");

		assertThat(answer.device()).isEmpty();
		assertThat(answer.exception()).hasValue("which-model");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Xiaomi 13 Ultra Max", "iPhone 15 Ultra", "Galaxy S24 Pro", "Pixel 88", "Samsung",
			"iPhone", "Galaxy", "13", "15", "A9999", "SM-Z999", "Pro Max", "5G", "US", "*#06#" })
	void whatIsOnlySimilarIsUnknown(String text) {
		DeviceAnswer answer = named(text);

		assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(answer.device()).isEmpty();
		assertThat(answer.exception()).isEmpty();
	}

	@ParameterizedTest(name = "{0} is {1}")
	@CsvSource({ "Apple Watch Series 9, apple-watch-series-9, watch", "Galaxy Watch6, samsung-galaxy-watch6, watch",
			"Pixel Watch 2, google-pixel-watch-2, watch", "Surface Pro X, microsoft-surface-pro-x, laptop" })
	void watchesAndLaptopsAreRecognisedButNotAnswered(String text, String id, String why) {
		DeviceAnswer answer = named(text);

		assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(answer.device()).map(Device::id).hasValue(id);
		assertThat(answer.exception()).hasValue(why);
	}

	@Test
	void whatWasChosenFromTheListIsAnsweredLikeItsName() {
		assertThat(DEVICES.check(new Chosen("apple-iphone-xr"))).isEqualTo(named("iPhone XR"));
		assertThat(DEVICES.find("apple-iphone-xr")).map(Device::fullName).hasValue("Apple iPhone XR");
		assertThat(DEVICES.find("oneplus-12")).map(Device::fullName).hasValue("OnePlus 12");
	}

	@Test
	void aChoiceThatIsNotInTheListIsUnknown() {
		assertThat(DEVICES.check(new Chosen("apple-iphone-99")).verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(DEVICES.find("apple-iphone-99")).isEqualTo(Optional.empty());
	}

	@Test
	void aModelWithoutTrayHidesThePlasticCard() {
		assertThat(named("iPhone Air").device()).map(Device::tray).hasValue(Device.Tray.NO);
		assertThat(named("iPhone 13").device()).map(Device::tray).hasValue(Device.Tray.YES);
		assertThat(named("A2882").device()).map(Device::tray).hasValue(Device.Tray.YES);
	}

	private static DeviceAnswer named(String text) {
		return DEVICES.check(new Named(text));
	}

}
