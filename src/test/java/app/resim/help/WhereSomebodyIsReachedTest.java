package app.resim.help;

import app.resim.help.CallContact.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people type to be called back.
 */
class WhereSomebodyIsReachedTest {

	@ParameterizedTest
	@CsvSource({ "5550 0142, +85255500142, true", "+44 20 7946 0018, +442079460018, true",
			"'  Sam@Example.COM ', sam@example.com, false", "ｓａｍ@example.com, sam@example.com, false" })
	void aNumberOrAnAddressIsRead(String typed, String text, boolean phone) {
		assertThat(CallContact.read(typed, "HK")).isEqualTo(new Reading.Read(new CallContact(text, phone)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sam", "12", "@", "sam@", "sam@example", "a b@example.com", "sam@example.com\nBcc:x" })
	void whatIsNeitherIsNotRead(String typed) {
		assertThat(CallContact.read(typed, "HK")).isEqualTo(new Reading.Unreadable());
	}

	@Test
	void aLongTextIsNotRead() {
		assertThat(CallContact.read("a".repeat(400) + "@example.com", "HK")).isEqualTo(new Reading.Unreadable());
	}

	@ParameterizedTest
	@ValueSource(strings = { "+44 909 879 0000", "+49 900 1 123456" })
	void nobodyLetsUsCallWhatCostsMore(String typed) {
		assertThat(CallContact.read(typed, "HK")).isEqualTo(new Reading.Dear());
	}

	@Test
	void noNumberIsPrinted() {
		assertThat(CallContact.read("5550 0142", "HK").toString()).doesNotContain("142");
	}

}
