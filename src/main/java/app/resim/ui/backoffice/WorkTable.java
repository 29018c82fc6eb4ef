package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import app.resim.ui.StaffTable.Pressing;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;

/**
 * A table that changes while somebody works in it. Only the cells that say something new
 * are drawn again, so that neither the focus nor what is being read is lost.
 */
final class WorkTable extends NativeTable {

	private final List<String> columns;

	private final NativeTableBody body = new NativeTableBody();

	private final List<Drawn> drawn = new ArrayList<>();

	WorkTable(String caption, List<String> columns) {
		this.columns = columns;
		addClassName("work");
		var head = new NativeTableRow();
		columns.forEach(column -> {
			var cell = new NativeTableHeaderCell(column);
			cell.getElement().setAttribute("scope", "col");
			head.add(cell);
		});
		Element title = new Element("caption").setText(caption).setAttribute("class", "vh");
		getElement().appendChild(title, new Element("thead").appendChild(head.getElement()), this.body.getElement());
	}

	/**
	 * What a cell says and how that is drawn.
	 *
	 * @param says two cells that say the same look the same
	 * @param drawing its content
	 */
	record Cell(String says, Supplier<Component> drawing) {
	}

	/**
	 * A row.
	 *
	 * @param key tells it from the others
	 * @param pressing shown at its start as well as in words
	 * @param cells one per column
	 */
	record Row(String key, Pressing pressing, List<Cell> cells) {
	}

	/**
	 * Shows these rows instead of those before.
	 * @param rows in order
	 */
	void show(List<Row> rows) {
		Set<String> keys = rows.stream().map(Row::key).collect(Collectors.toSet());
		this.drawn.removeIf(row -> {
			boolean gone = !keys.contains(row.key);
			if (gone) {
				this.body.remove(row.line);
			}
			return gone;
		});
		for (int at = 0; at < rows.size(); at++) {
			placed(rows.get(at), at).say(rows.get(at));
		}
	}

	private Drawn placed(Row row, int at) {
		if (at < this.drawn.size() && this.drawn.get(at).key.equals(row.key())) {
			return this.drawn.get(at);
		}
		Drawn moved = this.drawn.stream()
			.filter(each -> each.key.equals(row.key()))
			.findFirst()
			.orElseGet(() -> new Drawn(row.key(), this.columns));
		this.drawn.remove(moved);
		this.drawn.add(at, moved);
		this.body.getElement().insertChild(at, moved.line.getElement());
		return moved;
	}

	/** A row as it is drawn now. */
	private static final class Drawn {

		private final String key;

		private final NativeTableRow line = new NativeTableRow();

		private final List<String> said = new ArrayList<>();

		private final List<NativeTableCell> cells = new ArrayList<>();

		Drawn(String key, List<String> columns) {
			this.key = key;
			this.line.setId("row-" + key);
			this.line.getElement().setAttribute("data-scope", true);
			columns.forEach(column -> {
				var cell = new NativeTableCell();
				cell.getElement().setAttribute("data-label", column);
				this.cells.add(cell);
				this.said.add("");
				this.line.add(cell);
			});
		}

		void say(Row row) {
			this.line
				.setClassName((row.pressing() == Pressing.NO) ? "" : row.pressing().name().toLowerCase(Locale.ROOT));
			for (int i = 0; i < this.cells.size(); i++) {
				Cell cell = row.cells().get(i);
				if (!cell.says().equals(this.said.get(i))) {
					this.cells.get(i).removeAll();
					this.cells.get(i).add(cell.drawing().get());
					this.said.set(i, cell.says());
				}
			}
		}

	}

}
