package app.resim.ui.backoffice;

import java.util.Optional;

import app.resim.request.Reading;
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

	ReadingTable(Words words, Reading reading) {
		this.words = words;
		this.typed = reading.rows().stream().anyMatch(row -> row.typed().isPresent());
		setId("reading");
		add(new H2(text("backoffice.reading")));
		if (!reading.rows().isEmpty()) {
			getElement().appendChild(table(reading));
		}
		if (!reading.findings().isEmpty()) {
			add(findings(reading));
		}
		add(Prose.paragraph(text("backoffice.reading.hint"), "soft", "small"));
	}

	private Element table(Reading reading) {
		Element head = new Element("tr").appendChild(header("col", text("backoffice.reading.field")),
				header("col", text("backoffice.reading.account")));
		if (this.typed) {
			head.appendChild(header("col", text("backoffice.reading.typed")));
		}
		head.appendChild(header("col", text("backoffice.reading.mrz")),
				header("col", text("backoffice.reading.result")));
		Element body = new Element("tbody");
		reading.rows().forEach(row -> body.appendChild(row(row)));
		return new Element("table").setAttribute("class", "compare")
			.appendChild(new Element("caption").setText(text("backoffice.reading")).setAttribute("class", "vh"),
					new Element("thead").appendChild(head), body);
	}

	private Element row(Reading.Row row) {
		Element line = new Element("tr").setAttribute("class", row.verdict().name().toLowerCase(java.util.Locale.ROOT))
			.appendChild(header("row", text("backoffice.reading.field." + row.field())),
					cell("backoffice.reading.account", row.account()));
		if (this.typed) {
			line.appendChild(cell("backoffice.reading.typed", row.typed()));
		}
		return line.appendChild(cell("backoffice.reading.mrz", row.mrz()),
				new Element("td").appendChild(verdict(row.verdict()).getElement()));
	}

	private Badge verdict(Reading.Verdict verdict) {
		Look look = switch (verdict) {
			case SAME -> Look.OK;
			case DIFFERENT -> Look.WARN;
			case MISSING -> Look.PLAIN;
		};
		return new Badge(look, text("backoffice.reading." + verdict));
	}

	private Div findings(Reading reading) {
		var labels = new Labels(this.words);
		var badges = new Div();
		badges.addClassName("badges");
		reading.findings()
			.forEach(finding -> badges
				.add(new Badge(Look.WARN, text("backoffice.finding." + finding.sort(), labels.side(finding.side())))));
		return badges;
	}

	private static Element header(String scope, String text) {
		return new Element("th").setAttribute("scope", scope).setText(text);
	}

	private Element cell(String column, Optional<String> read) {
		return new Element("td").setAttribute("data-label", text(column)).setText(read.orElse("–"));
	}

	private String text(String key, Object... args) {
		return this.words.text(key, args);
	}

}
