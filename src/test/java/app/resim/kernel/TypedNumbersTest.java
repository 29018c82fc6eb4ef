package app.resim.kernel;

import java.util.Locale;

import app.resim.kernel.Reading.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Numbers as people type, paste and mistype them.
 */
class TypedNumbersTest {

	@ParameterizedTest
	@ValueSource(strings = { "89049032123451234512345678901235", "89086030202200000022000023022943",
			"89044045116727494800000004479366", "89001012012341234012345678901224",
			"8904 9032 1234 5123 4512 3456 7890 1235", " 8904-9032-1234-5123-4512-3456-7890-1235\u200b",
			"８９０４９０３２１２３４５１２３４５１２３４５６７８９０１２３５", "٨٩٠٤٩٠٣٢١٢٣٤٥١٢٣٤٥١٢٣٤٥٦٧٨٩٠١٢٣٥" })
	void anEidIsReadHoweverItIsSpaced(String typed) {
		assertThat(Eid.read(typed)).isInstanceOf(Reading.Read.class);
	}

	@ParameterizedTest
	@CsvSource({ "89049032123451234512345678901234, CHECK_DIGITS, 32", "8904903212345123451234567890123, LENGTH, 31",
			"890490321234512345123456789012350, LENGTH, 33", "8904903212345123451234567890123X, NOT_DIGITS, 32",
			"' - / ', EMPTY, 0", "📱, NOT_DIGITS, 2" })
	void aMistypedEidNamesWhatIsWrong(String typed, Fault fault, int found) {
		assertThat(Eid.read(typed)).isEqualTo(new Reading.Unreadable<Eid>(fault, found));
	}

	@Test
	void everySingleWrongDigitOfAnEidIsNoticed() {
		String right = "89049032123451234512345678901235";
		for (int at = 0; at < right.length(); at++) {
			for (char digit = '0'; digit <= '9'; digit++) {
				String typed = right.substring(0, at) + digit + right.substring(at + 1);
				assertThat(Eid.read(typed) instanceof Reading.Read<Eid>).isEqualTo(typed.equals(right));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "490154203237518", "352099001761481", "356938035643809", "35-209900-176148-1",
			"35/209900/176148/1" })
	void anImeiIsReadHoweverItIsSpaced(String typed) {
		assertThat(Imei.read(typed)).isInstanceOf(Reading.Read.class);
	}

	@ParameterizedTest
	@CsvSource({ "490154203237519, CHECK_DIGITS, 15", "4901542032375181, IMEISV, 16", "49015420323751, LENGTH, 14",
			"'', EMPTY, 0", "imei, NOT_DIGITS, 4" })
	void aMistypedImeiNamesWhatIsWrong(String typed, Fault fault, int found) {
		assertThat(Imei.read(typed)).isEqualTo(new Reading.Unreadable<Imei>(fault, found));
	}

	@Test
	void theTypeAllocationCodeIsTheFirstEightDigits() {
		assertThat(new Imei("490154203237518").tac()).isEqualTo("49015420");
	}

	@Test
	void aPastedBookIsNoNumberAndCostsNoTime() {
		String book = "1".repeat(10_000_000);
		assertThat(Eid.read(book)).isInstanceOf(Reading.Unreadable.class);
		assertThat(Imei.read(book)).isInstanceOf(Reading.Unreadable.class);
		assertThat(Msisdn.read(book, "HK")).isEmpty();
	}

	@Test
	void anIccidIsTheSameWithAndWithoutPadding() {
		assertThat(Iccid.of("8947010000123456784F")).isEqualTo(Iccid.of("8947010000123456784"));
		assertThat(Iccid.of("8985200000000000010").hasCheckDigit()).isTrue();
		assertThat(Iccid.of("8947010000123456785").hasCheckDigit()).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> Iccid.of("894701000012345678"));
	}

	@ParameterizedTest
	@CsvSource({ "5550 0142, HK, +85255500142", "+852 5550 0142, RU, +85255500142", "８５２ ５５５０ ０１４２, HK, +85255500142",
			"8 916 123-45-67, RU, +79161234567" })
	void aPhoneNumberIsReadInTheCustomersCountry(String typed, String region, String expected) {
		assertThat(Msisdn.read(typed, region)).contains(new Msisdn(expected));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "12", "📱", "sam@example.com", "+852 5550 0142 5550 0142 5550" })
	void whatIsNoPhoneNumberIsNone(String typed) {
		assertThat(Msisdn.read(typed, "HK")).isEmpty();
	}

	@Test
	void noNumberPrintsInFull() {
		assertThat(new Msisdn("+85255500142").toString()).isEqualTo("••••••••••42");
		assertThat(new Eid("89049032123451234512345678901235").toString()).endsWith("•1235").doesNotContain("8904");
		assertThat(new Imei("490154203237518").toString()).doesNotContain("49015420");
		assertThat(Iccid.of("8985200000000000010").toString()).doesNotContain("89852");
	}

	@Test
	void anAmountIsSpokenWithItsCurrency() {
		assertThat(new Money(3000, "HKD").spoken(Locale.ENGLISH)).isEqualTo("HKD\u00a030");
		assertThat(new Money(1050, "HKD").spoken(Locale.ENGLISH)).isEqualTo("HKD\u00a010.50");
		assertThat(new Money(105000, "RUB").spoken(Locale.forLanguageTag("ru"))).isEqualTo("RUB\u00a01\u00a0050");
	}

}
