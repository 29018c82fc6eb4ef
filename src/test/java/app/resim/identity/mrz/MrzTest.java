package app.resim.identity.mrz;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MrzTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

	private static final String NAMES_44 = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";

	private static Mrz parsed(String... lines) {
		return ((MrzParsing.Parsed) Mrz.parse(List.of(lines), TODAY)).mrz();
	}

	private static boolean holds(Mrz mrz, Check.Subject subject) {
		return mrz.checks().stream().filter(check -> check.subject() == subject).allMatch(Check::passed);
	}

	@Test
	void aPassportIsRead() {
		Mrz mrz = parsed(NAMES_44, "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
		assertThat(mrz.format()).isEqualTo(Format.TD3);
		assertThat(mrz.documentCode()).isEqualTo("P");
		assertThat(mrz.issuer()).isEqualTo("UTO");
		assertThat(mrz.number()).isEqualTo("L898902C3");
		assertThat(mrz.nationality()).isEqualTo("UTO");
		assertThat(mrz.birth()).contains(LocalDate.of(1974, 8, 12));
		assertThat(mrz.expiry()).contains(LocalDate.of(2012, 4, 15));
		assertThat(mrz.sex()).isEqualTo(Sex.FEMALE);
		assertThat(mrz.surname()).isEqualTo("ERIKSSON");
		assertThat(mrz.givenNames()).isEqualTo("ANNA MARIA");
		assertThat(mrz.optional()).isEqualTo("ZE184226B");
		assertThat(mrz.digitsPass()).isTrue();
		assertThat(mrz.allPass()).isTrue();
	}

	@Test
	void aCardIsRead() {
		Mrz mrz = parsed("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
				"ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
		assertThat(mrz.format()).isEqualTo(Format.TD1);
		assertThat(mrz.number()).isEqualTo("D23145890");
		assertThat(mrz.givenNames()).isEqualTo("ANNA MARIA");
		assertThat(mrz.allPass()).isTrue();
	}

	@Test
	void aNumberTooLongForItsFieldIsJoined() {
		Mrz mrz = parsed("I<UTOD23145890<7349<<<<<<<<<<<", "3407127M9507122UTO<<<<<<<<<<<2",
				"STEVENSON<<PETER<JOHN<<<<<<<<<");
		assertThat(mrz.number()).isEqualTo("D23145890734");
		assertThat(mrz.optional()).isEmpty();
		assertThat(mrz.digitsPass()).isTrue();
	}

	@Test
	void aLargerCardIsRead() {
		Mrz mrz = parsed("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6");
		assertThat(mrz.format()).isEqualTo(Format.TD2);
		assertThat(mrz.number()).isEqualTo("D23145890");
		assertThat(mrz.digitsPass()).isTrue();
	}

	@Test
	void aVisaHasNoCompositeDigit() {
		Mrz mrz = parsed("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
				"L8988901C4XXX4009078F96121096ZE184226B<<<<<<");
		assertThat(mrz.format()).isEqualTo(Format.MRV_A);
		assertThat(mrz.nationality()).isEqualTo("XXX");
		assertThat(mrz.digitsPass()).isTrue();
		assertThat(mrz.checks()).extracting(Check::subject).doesNotContain(Check.Subject.COMPOSITE_DIGIT);
		// 2096, as far as two digits can tell
		assertThat(holds(mrz, Check.Subject.EXPIRY_DATE)).isFalse();
	}

	@Test
	void aSmallVisaIsRead() {
		Mrz mrz = parsed("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<");
		assertThat(mrz.format()).isEqualTo(Format.MRV_B);
		assertThat(mrz.digitsPass()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "10,NUMBER_DIGIT", "20,BIRTH_DIGIT", "28,EXPIRY_DIGIT", "43,OPTIONAL_DIGIT", "44,COMPOSITE_DIGIT" })
	void aWrongDigitIsNamed(int position, Check.Subject subject) {
		var line = new StringBuilder("L898902C36UTO7408122F1204159ZE184226B<<<<<10");
		line.setCharAt(position - 1, (line.charAt(position - 1) == '7') ? '8' : '7');
		Mrz mrz = parsed(NAMES_44, line.toString());
		assertThat(holds(mrz, subject)).isFalse();
		assertThat(mrz.digitsPass()).isFalse();
	}

	@Test
	void anEmptyOptionalFieldMayGoWithoutADigit() {
		assertThat(
				parsed("P<JPNGAIMU<<SAKURA<<<<<<<<<<<<<<<<<<<<<<<<<<", "XS12345673JPN7902206F1603202<<<<<<<<<<<<<<02")
					.digitsPass())
			.isTrue();
		assertThat(
				parsed("P<JPNGAIMU<<SAKURA<<<<<<<<<<<<<<<<<<<<<<<<<<", "XS12345673JPN7902206F1603202<<<<<<<<<<<<<<<2")
					.digitsPass())
			.isTrue();
	}

	@Test
	void theNumberIsNeverRepaired() {
		Mrz mrz = parsed("P<CANMARTIN<<SARAH<<<<<<<<<<<<<<<<<<<<<<<<<<",
				"ZEO00509<9CAN8501019F2301147<<<<<<<<<<<<<<08");
		assertThat(mrz.number()).isEqualTo("ZEO00509");
		assertThat(holds(mrz, Check.Subject.NUMBER_DIGIT)).isFalse();
	}

	@Test
	void datesAndNamesAreCorrectedByWhatCanStandThere() {
		Mrz mrz = parsed("P<UT0ERIK550N<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
				"L898902C36UTO74O8I22F12O4159ZE184226B<<<<<1O");
		assertThat(mrz.surname()).isEqualTo("ERIKSSON");
		assertThat(mrz.issuer()).isEqualTo("UTO");
		assertThat(mrz.digitsPass()).isTrue();
	}

	@Test
	void partOfABirthDateMayBeUnknown() {
		Mrz mrz = parsed(NAMES_44, digits("L898902C36UTO74<<<<", "F1204159ZE184226B<<<<<1"));
		assertThat(mrz.birth()).isEmpty();
		assertThat(holds(mrz, Check.Subject.BIRTH_DATE)).isTrue();
		assertThat(mrz.digitsPass()).isTrue();
	}

	private static String digits(String start, String end) {
		String whole = start + CheckDigit.of(start.substring(13, 19)) + end;
		return whole + CheckDigit.of(whole.substring(0, 10) + whole.substring(13, 20) + whole.substring(21, 43));
	}

	@ParameterizedTest
	@CsvSource({ "740231,BIRTH_DATE", "741301,BIRTH_DATE", "000000,BIRTH_DATE" })
	void aDateThatCannotBeIsNamedThoughItsDigitFits(String birth, Check.Subject subject) {
		Mrz mrz = parsed(NAMES_44, digits("L898902C36UTO" + birth, "F1204159ZE184226B<<<<<1"));
		assertThat(mrz.digitsPass()).isTrue();
		assertThat(holds(mrz, subject)).isFalse();
		assertThat(mrz.plausible()).isFalse();
	}

	@Test
	void aBirthIsInThePast() {
		assertThat(parsed(NAMES_44, digits("L898902C36UTO260601", "F1204159ZE184226B<<<<<1")).birth())
			.contains(LocalDate.of(2026, 6, 1));
		assertThat(parsed(NAMES_44, digits("L898902C36UTO260602", "F1204159ZE184226B<<<<<1")).birth())
			.contains(LocalDate.of(1926, 6, 2));
	}

	@ParameterizedTest
	@CsvSource({ "D<<,true", "UTO,true", "XXA,true", "FRA,true", "RKS,true", "GBN,true", "QQQ,false", "DE<,false",
			"FRB,false", "<<<,false" })
	void issuersAndNationalitiesAreThoseOfTheList(String code, boolean known) {
		Mrz mrz = parsed(NAMES_44.replace("UTO", code), "L898902C36" + code + "7408122F1204159ZE184226B<<<<<10");
		assertThat(holds(mrz, Check.Subject.ISSUER)).isEqualTo(known);
		assertThat(holds(mrz, Check.Subject.NATIONALITY)).isEqualTo(known);
		assertThat(mrz.digitsPass()).isTrue();
	}

	@Test
	void aRussianInternalPassportIsReadAndItsNamesDecoded() {
		String lower = "123456789" + CheckDigit.of("123456789") + "RUS8001014M<<<<<<<4150101770001<";
		lower += CheckDigit.of("4150101770001<");
		lower += CheckDigit.of(lower.substring(0, 10) + lower.substring(13, 20) + lower.substring(21));
		Mrz mrz = parsed("PNRUSOBRAZECKA8<<9LENA<3U4EVNA".concat("<".repeat(14)), lower);
		assertThat(mrz.format()).isEqualTo(Format.PNRUS);
		assertThat(mrz.number()).isEqualTo("1234456789");
		assertThat(mrz.surname()).isEqualTo("ОБРАЗЕЦКАЯ");
		assertThat(mrz.givenNames()).isEqualTo("ЬЛЕНА ЧУШЕВНА");
		assertThat(mrz.expiry()).isEmpty();
		assertThat(mrz.digitsPass()).isTrue();
		assertThat(mrz.allPass()).isTrue();
	}

	@Test
	void linesThatAreNoZoneAreRefusedWithAReason() {
		assertThat(Mrz.parse(List.of(), TODAY)).isEqualTo(new MrzParsing.NotAnMrz(MrzParsing.Reason.NUMBER_OF_LINES));
		assertThat(Mrz.parse(List.of("A".repeat(44), "B".repeat(43)), TODAY))
			.isEqualTo(new MrzParsing.NotAnMrz(MrzParsing.Reason.LENGTH));
		assertThat(Mrz.parse(List.of("A".repeat(1_000_000), ""), TODAY))
			.isEqualTo(new MrzParsing.NotAnMrz(MrzParsing.Reason.LENGTH));
		assertThat(Mrz.parse(List.of("Ä".repeat(44), "B".repeat(44)), TODAY))
			.isEqualTo(new MrzParsing.NotAnMrz(MrzParsing.Reason.SYMBOLS));
		assertThat(Mrz.parse(List.of("<".repeat(44), "B".repeat(44)), TODAY))
			.isEqualTo(new MrzParsing.NotAnMrz(MrzParsing.Reason.DOCUMENT_CODE));
		assertThat(Mrz.parse(List.of("", ""), TODAY)).isEqualTo(new MrzParsing.NotAnMrz(MrzParsing.Reason.LENGTH));
	}

	@Test
	void blanksAndSmallLettersAreForgiven() {
		assertThat(parsed("p<utoERIKSSON << ANNA<MARIA <<<<<<<<<<<<<<<<<<<",
				"L898902C36UTO7408122F1204159ZE184226B<<<<<10")
			.allPass()).isTrue();
	}

	@Test
	void nothingPersonalIsPrinted() {
		assertThat(parsed(NAMES_44, "L898902C36UTO7408122F1204159ZE184226B<<<<<10").toString())
			.isEqualTo("Mrz[TD3 P UTO, digits pass, plausible]");
	}

}
