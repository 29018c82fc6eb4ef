package app.resim.ui;

import java.util.Locale;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;

/**
 * A table of cases. Below 896 pixels its rows become blocks; each cell then repeats its
 * column's name.
 */
public final class StaffTable extends NativeTable {

	private final String[] columns;

	private final NativeTableBody body = new NativeTableBody();

	/**
	 * An empty table.
	 * @param caption what it lists, for those who listen
	 * @param columns the header
	 */
	public StaffTable(String caption, String... columns) {
		this.columns = columns;
		addClassName("work");
		var head = new NativeTableRow();
		for (String column : columns) {
			var cell = new NativeTableHeaderCell(column);
			cell.getElement().setAttribute("scope", "col");
			head.add(cell);
		}
		Element title = new Element("caption").setText(caption).setAttribute("class", "vh");
		getElement().appendChild(title, new Element("thead").appendChild(head.getElement()), this.body.getElement());
	}

	/**
	 * How pressing a row is.
	 */
	public enum Pressing {

		/** Time enough. */
		NO,
		/** Due soon. */
		SOON,
		/** Late. */
		LATE

	}

	/**
	 * Adds a row.
	 * @param pressing shown at its start as well as in words
	 * @param cells one per column
	 * @return this
	 */
	public StaffTable row(Pressing pressing, Component... cells) {
		var row = new NativeTableRow();
		if (pressing != Pressing.NO) {
			row.addClassName(pressing.name().toLowerCase(Locale.ROOT));
		}
		for (int i = 0; i < cells.length; i++) {
			var cell = new NativeTableCell(cells[i]);
			cell.getElement().setAttribute("data-label", this.columns[i]);
			row.add(cell);
		}
		this.body.add(row);
		return this;
	}

	/**
	 * A cell with a small second line.
	 * @param first what matters
	 * @param small below it
	 * @return the cell's content
	 */
	public static Component two(Component first, String small) {
		var cell = Prose.span("");
		cell.add(first, Prose.span(small, "sub"));
		return cell;
	}

	/**
	 * A cell of text.
	 * @param text as it is
	 * @return the cell's content
	 */
	public static Component said(String text) {
		return new Text(text);
	}

}
