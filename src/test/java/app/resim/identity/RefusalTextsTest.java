package app.resim.identity;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import app.resim.identity.Acceptance.Refusal;
import com.ibm.icu.text.MessageFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusalTextsTest {

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh_Hant", "zh_Hans", "ru" })
	void everyRefusalFindingAndFaultHasASentenceOfItsOwn(String language) throws IOException {
		var texts = texts(language);

		assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(
				Stream
					.of(keys("refusal", Refusal.values()), keys("finding", Findings.Reason.values()),
							keys("number", NumberFault.values()))
					.flatMap(area -> area)
					.toList());
		assertThat(texts.values()).doesNotHaveDuplicates().allSatisfy(text -> {
			assertThat(new MessageFormat((String) text).format(new Object[0])).isEqualTo(text).endsWith(end(language));
			assertThat((String) text).doesNotContainIgnoringCase("please", "sorry", "valid", "!", "您");
		});
	}

	private static Stream<String> keys(String area, Enum<?>[] constants) {
		return Arrays.stream(constants).map(constant -> "identity." + area + "." + constant);
	}

	private static String end(String language) {
		return language.startsWith("zh") ? "。" : ".";
	}

	private static Properties texts(String language) throws IOException {
		var texts = new Properties();
		try (var in = Objects.requireNonNull(
				RefusalTextsTest.class.getResourceAsStream("/texts/identity_%s.properties".formatted(language)))) {
			texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return texts;
	}

}
