package app.resim.ui.backoffice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import app.resim.identity.Comparison.Field;
import app.resim.identity.Comparison.Row;
import app.resim.identity.Comparison.Verdict;
import app.resim.identity.Picture;
import app.resim.request.CaseView;
import app.resim.ui.Badge;
import app.resim.ui.Badge.Look;
import app.resim.ui.Prose;
import app.resim.ui.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;

/**
 * What machines read from the document beside the account, field by field, with the
 * differences marked, and what was noticed about the pictures.
 */
final class ReadingTable extends Section {

	private final Words words;

	private final boolean typed;

	ReadingTable(Words words, List<Row> rows, List<Picture> pictures) {
		this.words = words;
		this.typed = rows.stream().anyMatch(row -> !row.typed().isEmpty());
		setId("reading");
		add(new H2(text("backoffice.reading")));
		if (!rows.isEmpty()) {
			getElement().appendChild(table(rows));
		}
		add(findings(pictures), Prose.paragraph(text("backoffice.reading.hint"), "soft", "small"));
	}

	/**
	 * What there is to say.
	 * @param words the reviewer's
	 * @param work the case
	 * @return the table, or empty if nothing was read, typed or noticed
	 */
	static Optional<ReadingTable> of(Words words, CaseView work) {
		List<Row> rows = work.comparison().rows();
		List<Picture> noticed = work.request()
			.pictures()
			.stream()
			.filter(picture -> !picture.findings().reasons().isEmpty())
			.toList();
		return rows.isEmpty() && noticed.isEmpty() ? Optional.empty()
				: Optional.of(new ReadingTable(words, rows, noticed));
	}

	private Element table(List<Row> rows) {
		Element head = new Element("tr").appendChild(header("col", text("backoffice.reading.field")),
				header("col", text("backoffice.reading.account")));
		if (this.typed) {
			head.appendChild(header("col", text("backoffice.reading.typed")));
		}
		head.appendChild(header("col", text("backoffice.reading.mrz")),
				header("col", text("backoffice.reading.result")));
		Element body = new Element("tbody");
		rows.forEach(row -> body.appendChild(row(row)));
		return new Element("table").setAttribute("class", "compare")
			.appendChild(new Element("caption").setText(text("backoffice.reading")).setAttribute("class", "vh"),
					new Element("thead").appendChild(head), body);
	}

	private Element row(Row row) {
		Element line = new Element("tr").setAttribute("class", row.verdict().name().toLowerCase(Locale.ROOT))
			.appendChild(header("row", text("backoffice.reading.field." + row.field())),
					cell("backoffice.reading.account", row.onFile()));
		if (this.typed) {
			line.appendChild(cell("backoffice.reading.typed", row.typed()));
		}
		return line.appendChild(cell("backoffice.reading.mrz", row.read()),
				new Element("td").appendChild(verdict(row).getElement()));
	}

	private Badge verdict(Row row) {
		if (row.field() == Field.EXPIRY) {
			boolean over = row.verdict() == Verdict.DIFFERENT;
			return new Badge(over ? Look.WARN : Look.OK, text("backoffice.reading." + (over ? "over" : "valid")));
		}
		Look look = switch (row.verdict()) {
			case SAME -> Look.OK;
			case SIMILAR, DIFFERENT -> Look.WARN;
			case ALONE -> Look.PLAIN;
		};
		return new Badge(look, text("backoffice.reading." + row.verdict()));
	}

	private Div findings(List<Picture> pictures) {
		var labels = new Labels(this.words);
		var badges = new Div();
		badges.addClassName("badges");
		pictures.forEach(picture -> picture.findings()
			.reasons()
			.forEach(reason -> badges
				.add(new Badge(Look.WARN, text("backoffice.finding." + reason, labels.side(picture.side()))))));
		return badges;
	}

	private static Element header(String scope, String text) {
		return new Element("th").setAttribute("scope", scope).setText(text);
	}

	private Element cell(String column, String value) {
		return new Element("td").setAttribute("data-label", text(column)).setText(value.isEmpty() ? "–" : value);
	}

	private String text(String key, Object... args) {
		return this.words.text(key, args);
	}

}
