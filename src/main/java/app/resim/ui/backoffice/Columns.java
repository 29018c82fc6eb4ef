package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.List;

import app.resim.ui.Disclosure;
import app.resim.ui.Prose;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/**
 * A small plot of columns with two parts each, and the same as a table.
 */
final class Columns {

	private static final int HEIGHT = 120;

	private final String title;

	private final String lower;

	private final String upper;

	private final String over;

	private final String asTable;

	private final List<Column> columns = new ArrayList<>();

	/**
	 * An empty plot.
	 * @param title what it shows
	 * @param lower the lower part of a column
	 * @param upper the upper part
	 * @param over what the columns stand for
	 * @param asTable opens the table
	 */
	Columns(String title, String lower, String upper, String over, String asTable) {
		this.title = title;
		this.lower = lower;
		this.upper = upper;
		this.over = over;
		this.asTable = asTable;
	}

	void column(String name, int low, int up) {
		this.columns.add(new Column(name, low, up));
	}

	Component drawn() {
		var plot = new Div();
		plot.addClassName("columns");
		// the table below says the same
		plot.getElement().setAttribute("aria-hidden", "true").setProperty("innerHTML", svg());
		var legend = new Div(Prose.span(this.lower, "key low"), Prose.span(this.upper, "key up"));
		legend.addClassName("legend");
		var ends = new Div(Prose.span(this.columns.getFirst().name()), Prose.span(this.columns.getLast().name()));
		ends.addClassNames("between", "soft", "small");
		var all = new Div(plot, ends, legend, new Disclosure(this.asTable, table()));
		all.addClassName("plot");
		return all;
	}

	private String svg() {
		int most = Math.max(1, this.columns.stream().mapToInt(column -> column.low() + column.up()).max().orElse(1));
		StringBuilder svg = new StringBuilder(
				"<svg viewBox='0 0 " + this.columns.size() * 10 + " " + HEIGHT + "' preserveAspectRatio='none'>");
		int x = 1;
		for (Column column : this.columns) {
			double low = (double) HEIGHT * column.low() / most;
			double up = (double) HEIGHT * column.up() / most;
			svg.append(rect("low", x, HEIGHT - low, low)).append(rect("up", x, HEIGHT - low - up, up));
			x += 10;
		}
		return svg.append("</svg>").toString();
	}

	private static String rect(String part, int x, double y, double height) {
		return "<rect class='%s' x='%d' y='%s' width='8' height='%s'/>".formatted(part, x, number(y), number(height));
	}

	private static String number(double number) {
		return Double.toString(Math.round(number * 10) / 10.0);
	}

	private StaffTable table() {
		var table = new StaffTable(this.title, this.over, this.lower, this.upper);
		this.columns.reversed()
			.forEach(column -> table.row(Pressing.NO, StaffTable.said(column.name()),
					Prose.number(Integer.toString(column.low())), Prose.number(Integer.toString(column.up()))));
		return table;
	}

	/** One column. */
	private record Column(String name, int low, int up) {
	}

}
