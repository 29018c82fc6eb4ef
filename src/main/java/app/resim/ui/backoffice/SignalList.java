package app.resim.ui.backoffice;

import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.protection.Signal;
import app.resim.request.CaseView;
import app.resim.request.LineView;
import app.resim.request.WorklistRow;
import app.resim.ui.Badge;
import app.resim.ui.Badge.Look;
import app.resim.ui.Prose;
import app.resim.ui.Words;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/**
 * What speaks for care in a case: a sentence and a badge each.
 */
final class SignalList extends UnorderedList {

	private final Words words;

	private SignalList(Words words) {
		this.words = words;
		addClassName("signals");
		getElement().setAttribute("role", "list");
		setId("signals");
	}

	static SignalList of(WorklistRow row, Words words) {
		var list = new SignalList(words);
		row.signals().forEach(list::add);
		return list.orNone();
	}

	/** With what the line does now, which only the reviewer of the case may know. */
	static SignalList of(CaseView work, Words words) {
		var list = new SignalList(words);
		work.signals().forEach(list::add);
		work.request().reason().ifPresent(reason -> list.line(reason, work.line().map(LineView::state)));
		return list.orNone();
	}

	private void add(Signal signal) {
		var labels = new Labels(this.words);
		add(labels.sentence(signal), Labels.look(signal), labels.brief(signal));
	}

	/** A line that should be stopped and works may still be used by its owner. */
	private void line(Reason reason, Optional<LineView.State> state) {
		if (!reason.stopsTheLine() || state.isEmpty()) {
			return;
		}
		String said = new Labels(this.words).reason(reason);
		switch (state.get()) {
			case STOPPED -> add(this.words.text("backoffice.signal.line-stopped"), Look.OK,
					this.words.text("backoffice.signal.line-stopped.short", said));
			case WORKING -> add(this.words.text("backoffice.signal.line-works", said), Look.WARN,
					this.words.text("backoffice.signal.line-works.short"));
			case UNKNOWN -> add(this.words.text("backoffice.signal.line-unknown"), Look.WAIT,
					this.words.text("backoffice.signal.line-unknown.short"));
		}
	}

	private void add(String sentence, Look look, String brief) {
		add(new ListItem(Prose.span(sentence), new Badge(look, brief)));
	}

	private SignalList orNone() {
		if (getChildren().findAny().isEmpty()) {
			add(new ListItem(Prose.span(this.words.text("backoffice.signals.none"), "soft")));
		}
		return this;
	}

}
