package app.resim.identity.mrz;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameMatchTest {

	@ParameterizedTest
	@CsvSource({ "Anna Maria Eriksson,ERIKSSON ANNA MARIA", "Eriksson Anna-Maria,ERIKSSON ANNA MARIA",
			"Jürgen Müller,MUELLER JUERGEN", "Jürgen Müller,MULLER JURGEN", "Jürgen Müller,MUXXLLER JUXXRGEN",
			"Björn Åkesson,AAKESSON BJOERN", "Björn Åkesson,AKESSON BJORN", "Jörg Groß,GROSS JOERG",
			"Íñigo Núñez,NUNEZ INIGO", "Íñigo Núñez,NUNXXEZ INXXIGO", "Seán O’Connor,OCONNOR SEAN",
			"Łukasz Żółć,ZOLC LUKASZ", "Þuríður Ævarsdóttir,AEVARSDOTTIR THURIDUR", "Мария Иванова,IVANOVA MARIIA",
			"Олександр Шевченко,SHEVCHENKO OLEKSANDR", "Юрий Щукин,SHCHUKIN IURII", "Юрій Ющенко,YUSHCHENKO YURII",
			"Mari-Liis Männik,MAENNIK MARI LIIS", "Anna Maria Eriksson,ERIKSSON ANNAMARIA",
			"Ba Nguyễn Thị,NGUYEN THI BA", "Hans Weiß,WEISS HANS" })
	void theSameNameIsRecognised(String name, String inZone) {
		assertThat(NameMatch.of(name, inZone, false)).isEqualTo(NameMatch.SAME);
	}

	@ParameterizedTest
	@CsvSource({ "Juliette Henrike Sophie Belser,BELSER JULIETTE HENRIKE SOPHI",
			"Juliette Henrike Sophie Marie Belser,BELSER JULIETTE HENRIKE SOPHI" })
	void aNameMayBeCutAtTheEnd(String name, String inZone) {
		assertThat(NameMatch.of(name, inZone, true)).isEqualTo(NameMatch.SAME);
		assertThat(NameMatch.of(name, inZone, false)).isNotEqualTo(NameMatch.SAME);
	}

	@ParameterizedTest
	@CsvSource({ "Anna Eriksson,ERIKSSON ANNA MARIA", "Anna Maria Eriksson,ERIKSSON ANNA",
			"Anna Ericsson,ERIKSSON ANNA", "Mueller Hans,MULLER HANS" })
	void aSmallDifferenceIsForAPersonToLookAt(String name, String inZone) {
		assertThat(NameMatch.of(name, inZone, false)).isEqualTo(NameMatch.SIMILAR);
	}

	@ParameterizedTest
	@CsvSource({ "Anna Eriksson,MUSTERMANN ERIKA", "Eriksson,ERIKSSON ANNA MARIA", "Anna Schmidt,ERIKSSON ANNA",
			"李小龍,LI XIAOLONG", "'',ERIKSSON", "'Eriksson',''", "'-',ERIKSSON" })
	void anotherNameIsDifferent(String name, String inZone) {
		assertThat(NameMatch.of(name, inZone, false)).isEqualTo(NameMatch.DIFFERENT);
	}

	@org.junit.jupiter.api.Test
	void anEndlessNameIsNotLookedAt() {
		assertThat(NameMatch.of("Ü ".repeat(100_000), "UE", false)).isEqualTo(NameMatch.DIFFERENT);
		assertThat(NameMatch.of("ÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜÜ ".repeat(9), "UEUEUE ".repeat(20), true)).isNotNull();
	}

}
