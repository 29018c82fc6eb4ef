package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.List;

import app.resim.ui.Prose;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/**
 * A table of counts with a bar beside each.
 */
final class Bars {

	private final String title;

	private final String of;

	private final String counted;

	private final List<Bar> bars = new ArrayList<>();

	Bars(String title, String of, String counted) {
		this.title = title;
		this.of = of;
		this.counted = counted;
	}

	void bar(String name, int count) {
		this.bars.add(new Bar(name, count));
	}

	Component drawn() {
		int most = Math.max(1, this.bars.stream().mapToInt(Bar::count).max().orElse(1));
		var table = new StaffTable(this.title, this.of, this.counted);
		this.bars.forEach(bar -> table.row(Pressing.NO, StaffTable.said(bar.name()), drawn(bar, most)));
		var plot = new Div(table);
		plot.addClassNames("plot", "bars");
		return plot;
	}

	private static Component drawn(Bar bar, int most) {
		var cell = new Span();
		cell.addClassName("amount");
		var svg = new Span();
		svg.getElement()
			.setAttribute("aria-hidden", "true")
			.setProperty("innerHTML", "<svg viewBox='0 0 100 10' preserveAspectRatio='none'><rect width='"
					+ 100 * bar.count() / most + "' height='10'/></svg>");
		cell.add(Prose.number(Integer.toString(bar.count())), svg);
		return cell;
	}

	/** One bar. */
	private record Bar(String name, int count) {
	}

}
