package app.resim.ui.help;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.resim.ui.Language;
import app.resim.ui.Readers;
import app.resim.ui.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people type and what they find.
 */
class SearchForAnAnswerTest {

	private static final Map<Language, Search<Topic>> SHELVES = new EnumMap<>(Language.class);

	private static final Map<Language, Visit> READERS = new EnumMap<>(Language.class);

	static {
		EnumSet.allOf(Language.class).forEach(language -> READERS.put(language, Readers.stranger(language)));
	}

	private static List<Topic> find(Language language, String typed) {
		return SHELVES.computeIfAbsent(language, SearchForAnAnswerTest::shelf).find(typed);
	}

	private static Search<Topic> shelf(Language language) {
		Visit visit = READERS.get(language);
		Map<Topic, Answer> answers = new EnumMap<>(Topic.class);
		EnumSet.allOf(Topic.class).forEach(topic -> answers.put(topic, Answer.of(topic, visit)));
		return Search.in(answers);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			my phone was stolen                   | LOST_OR_STOLEN
			I lost my phone, what should I do?    | LOST_OR_STOLEN
			how much does it cost                 | FEES
			hidden charges                        | FEES
			price                                 | FEES
			stuck at activating                   | ACTIVATING
			code already used                     | CODE_USED
			PUK                                   | LOCKED_PHONE
			back up my contacts                   | BACKUP
			documents needed                      | PAPERS
			does the number move to my new phone  | NEW_PHONE
			deleted the esim by mistake           | DELETING
			somebody called and wants my code     | FRAUD
			samsung                               | INSTALL_ANDROID
			dual SIM                              | SEVERAL_NETWORKS
			another operator                      | SWITCH_OPERATOR
			what is an eSIM                       | WHAT_IS_AN_ESIM
			SUSPENDING                            | SUSPEND
			""")
	void englishIsFoundInAnyForm(String typed, Topic best) {
		assertThat(find(Language.ENGLISH, typed)).startsWith(best);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			手機不見了怎麼辦     | LOST_OR_STOLEN
			手机被偷             | LOST_OR_STOLEN
			收費                 | FEES
			收费多少             | FEES
			一直啟用中           | ACTIVATING
			換新手機             | NEW_PHONE
			備份聯絡人           | BACKUP
			需要帶甚麼文件       | PAPERS
			詐騙電話             | FRAUD
			轉台                 | SWITCH_OPERATOR
			來往內地漫遊         | TRAVELLERS
			誤刪                 | DELETING
			""")
	void chineseNeedsNoBlanksAndNoCertainScript(String typed, Topic best) {
		assertThat(find(Language.TRADITIONAL_CHINESE, typed)).startsWith(best);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			手机丢了怎么办   | LOST_OR_STOLEN
			多少钱           | FEES
			激活中           | ACTIVATING
			携号转网         | SWITCH_OPERATOR
			备份照片         | BACKUP
			""")
	void simplifiedChineseFindsTheSame(String typed, Topic best) {
		assertThat(find(Language.SIMPLIFIED_CHINESE, typed)).startsWith(best);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			я потеряла телефон            | LOST_OR_STOLEN
			украденный телефон            | LOST_OR_STOLEN
			сколько стоит замена          | FEES
			цены                          | FEES
			какие нужны документы         | PAPERS
			документами                   | PAPERS
			мошенники звонят              | FRAUD
			сменить оператора             | SWITCH_OPERATOR
			долгая активация              | ACTIVATING
			перенести на новый телефон    | NEW_PHONE
			резервную копию контактов     | BACKUP
			ИНОСТРАНЦАМ                   | RULES_RU
			""")
	void russianIsFoundInOtherFormsOfTheWord(String typed, Topic best) {
		assertThat(find(Language.RUSSIAN, typed)).startsWith(best);
	}

	@ParameterizedTest
	@ValueSource(strings = { "xylophone", "жирафы", "蝴蝶", "???", "", "   ", "<script>" })
	void whatIsNoQuestionFindsNothing(String typed) {
		for (Language language : Language.values()) {
			assertThat(find(language, typed)).as(language.tag()).isEmpty();
		}
	}

	@Test
	void aLongTextTakesNoLongTime() {
		assertThat(find(Language.ENGLISH, "phone ".repeat(100_000))).isNotEmpty();
	}

	@ParameterizedTest
	@EnumSource(Topic.class)
	void everyQuestionFindsItselfInEveryLanguage(Topic topic) {
		for (Language language : Language.values()) {
			assertThat(find(language, topic.question(READERS.get(language)))).as(language.tag())
				.first()
				.isEqualTo(topic);
		}
	}

	@Test
	void everyAddressIsItsOwn() {
		Set<String> ids = new HashSet<>();
		for (Topic topic : Topic.values()) {
			assertThat(ids.add(topic.id())).isTrue();
			assertThat(topic.id()).matches("[a-z-]+");
			assertThat(Topic.named(topic.id())).contains(topic);
		}
	}

}
