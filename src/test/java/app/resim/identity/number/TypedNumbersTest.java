package app.resim.identity.number;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TypedNumbersTest {

	@ParameterizedTest
	@ValueSource(strings = { "A123456(3)", "G123456(A)", "AB987654(3)", "C668668(9)", "a123456 3", "Ａ１２３４５６（３）",
			" g 123456 (a) ", "A1234563" })
	void hongKongNumbersAreUnderstood(String typed) {
		assertThat(Hkid.read(typed)).isInstanceOf(TypedNumber.Read.class);
	}

	@ParameterizedTest
	@CsvSource({ "A123456(4),CHECK_DIGIT", "'',EMPTY", "A12345(3),LENGTH", "1234567(3),CHARACTERS",
			"ABC12345(6),CHARACTERS", "A123456(B),CHARACTERS" })
	void otherHongKongNumbersAreRefused(String typed, TypedNumber.Fault fault) {
		assertThat(Hkid.read(typed)).isEqualTo(new TypedNumber.Unreadable<>(fault));
	}

	@ParameterizedTest
	@ValueSource(strings = { "11010519491231002X", "440524188001010014", "11010519491231002x", "110105 19491231 002X",
			"１１０１０５１９４９１２３１００２Ｘ" })
	void chineseNumbersAreUnderstood(String typed) {
		assertThat(PrcId.read(typed)).isInstanceOf(TypedNumber.Read.class);
	}

	@ParameterizedTest
	@CsvSource({ "110105194912310021,CHECK_DIGIT", "110105194913310021,DATE", "11010519491231002,LENGTH",
			"X10105194912310021,CHARACTERS", "'  ',EMPTY" })
	void otherChineseNumbersAreRefused(String typed, TypedNumber.Fault fault) {
		assertThat(PrcId.read(typed)).isEqualTo(new TypedNumber.Unreadable<>(fault));
	}

	@Test
	void aChineseNumberTellsTheBirthDate() {
		assertThat(new PrcId("11010519491231002X").birth()).isEqualTo(LocalDate.of(1949, 12, 31));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1234567890", "12 34 567890", "1234 № 567890", "１２３４ ５６７８９０", "1234-567890" })
	void russianNumbersAreUnderstood(String typed) {
		assertThat(RussianPassportNumber.read(typed))
			.isEqualTo(new TypedNumber.Read<>(new RussianPassportNumber("1234567890")));
	}

	@ParameterizedTest
	@CsvSource({ "123456789,LENGTH", "12345678901,LENGTH", "12345б7890,CHARACTERS", "'',EMPTY" })
	void otherRussianNumbersAreRefused(String typed, TypedNumber.Fault fault) {
		assertThat(RussianPassportNumber.read(typed)).isEqualTo(new TypedNumber.Unreadable<>(fault));
	}

	@Test
	void numbersPrintMasked() {
		assertThat(new Hkid("A1234563").toString()).isEqualTo("•••••563");
		assertThat(new RussianPassportNumber("1234567890").toString()).isEqualTo("•••••••890");
	}

	@Test
	void aNumberThatIsNoneCannotBeMade() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Hkid("A1234564"));
		assertThatIllegalArgumentException().isThrownBy(() -> new PrcId("1"));
	}

}
