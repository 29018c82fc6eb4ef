package app.resim.ui.backoffice;

import java.time.Instant;
import java.util.List;

import app.resim.request.WorklistRow;
import app.resim.ui.Act;
import app.resim.ui.Badge;
import app.resim.ui.Badge.Look;
import app.resim.ui.Link;
import app.resim.ui.Prose;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Visit;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/**
 * The head of a case: its reference, how it stands and until when an answer is promised.
 */
final class CaseHead extends Div {

	private final Visit visit;

	private final WorklistRow row;

	private final H1 headline;

	private final Div tools = new Div();

	private final Span due = Prose.span("", "soft");

	/**
	 * A head.
	 * @param visit who looks
	 * @param row the case
	 * @param line the line as it may be shown here
	 * @param standing how it stands, in two words
	 */
	CaseHead(Visit visit, WorklistRow row, String line, Badge standing) {
		this.visit = visit;
		this.row = row;
		this.headline = new H1(row.reference().reference());
		this.headline.setId("headline");
		this.headline.addClassName("num");
		this.headline.getElement().setAttribute("tabindex", "-1");
		var badges = new Paragraph(standing);
		badges.addClassName("filters");
		if (row.stalled()) {
			badges.add(new Badge(Look.DANGER, visit.text("backoffice.stalled")));
		}
		if (row.needsSecond()) {
			badges.add(new Badge(Look.WARN, visit.text("backoffice.second.short")));
		}
		else if (row.people() > 1 && row.waits()) {
			badges.add(new Badge(Look.PLAIN, visit.text("backoffice.two")));
		}
		badges.add(this.due);
		var words = new Div(over(line), this.headline, badges);
		words.addClassName("head");
		this.tools.addClassName("tools");
		this.tools.add(Act.go(visit.text("backoffice.history"), Paths.history(row.reference().reference()))
			.quiet()
			.slim()
			.named("history"), new KeysHelp(visit.words(), KeysHelp.CASE));
		add(words, this.tools);
		addClassName("between");
	}

	private Paragraph over(String line) {
		var back = new Link(Paths.WORKLIST, this.visit.text("backoffice.menu.worklist"));
		back.setId("to-worklist");
		var over = new Paragraph(back,
				Prose.span(" / " + new Labels(this.visit.words()).reason(this.row.reason()) + ", "),
				Prose.number(line));
		over.addClassName("over");
		return over;
	}

	CaseHead tool(Act act) {
		this.tools.addComponentAsFirst(act.quiet().slim());
		return this;
	}

	/** Tells how much time is left now. */
	void tell(Instant now) {
		List<Instant> promised = this.row.answerBy().filter(answerBy -> this.row.waits()).stream().toList();
		promised.forEach(answerBy -> {
			Due left = Due.of(answerBy, now);
			this.due.setText(this.visit.text("backoffice.case.due", this.visit.times().stamp(answerBy),
					left.said(this.visit.words())));
			this.due.setClassName("late", left.pressing() == Pressing.LATE);
		});
	}

	/** Readers begin here after the page has changed under them. */
	void focus() {
		this.headline.getElement().callJsFunction("focus");
	}

}
