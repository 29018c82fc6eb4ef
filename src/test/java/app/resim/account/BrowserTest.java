package app.resim.account;

import app.resim.account.Browser.Device;
import app.resim.account.Browser.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | FIREFOX | LINUX
					Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 | CHROME | WINDOWS
					Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0 | EDGE | WINDOWS
					Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15 | SAFARI | MAC
					Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1 | CHROME | IPHONE
					Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36 | SAMSUNG | ANDROID
					curl/8.5.0 | OTHER | OTHER
					'' | OTHER | OTHER
					""")
	void browsersAreCalledWhatTheirOwnersCallThem(String userAgent, Family family, Device device) {
		assertThat(Browser.of(userAgent)).isEqualTo(new Browser(family, device));
	}

	@Test
	void aBrowserThatSaysNothingIsAnyBrowser() {
		assertThat(Browser.of(null)).isEqualTo(new Browser(Family.OTHER, Device.OTHER));
	}

}
