package app.resim.ui.backoffice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import app.resim.identity.Comparison.Field;
import app.resim.identity.Comparison.Row;
import app.resim.identity.Comparison.Verdict;
import app.resim.identity.DocumentId;
import app.resim.identity.Findings;
import app.resim.identity.Picture;
import app.resim.identity.Side;
import app.resim.ui.Language;
import app.resim.ui.Readers;
import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadingTableTest {

	private static final List<Row> ROWS = List.of(new Row(Field.NAME, "", "WONG SIU MAN", "Wong Siu Man", Verdict.SAME),
			new Row(Field.BIRTH, "", "1991-02-14", "1991-02-24", Verdict.DIFFERENT),
			new Row(Field.ISSUER, "", "HKG", "", Verdict.ALONE));

	private static final Picture FRONT = new Picture(new DocumentId(new UUID(0, 1)), Side.FRONT, 1300, 820,
			Instant.parse("2026-11-21T10:00:00Z"), new Findings.Accepted(Set.of(Findings.Reason.GLARE)));

	@Test
	void showsBothValuesAndMarksTheDifference() {
		Element shown = drawn(Language.ENGLISH);

		assertThat(shown.getOuterHTML()).contains("Wong Siu Man", "WONG SIU MAN", "class=\"different\"",
				"Front of the document: glare");
		assertThat(shown.getTextRecursively()).contains("Same", "Different", "Nothing to compare")
			.doesNotContain("Typed");
	}

	@Test
	void speaksTheReadersLanguage() {
		assertThat(drawn(Language.TRADITIONAL_CHINESE).getTextRecursively()).contains("出生日期", "不同", "文件正面：反光");
	}

	private static Element drawn(Language language) {
		return new ReadingTable(Readers.stranger(language).words(), ROWS, List.of(FRONT)).getElement();
	}

}
