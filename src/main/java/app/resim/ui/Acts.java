package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/**
 * The row of things to press, the main one first; below 480 pixels each takes a line.
 */
public final class Acts extends Div {

	public Acts(Component... acts) {
		super(acts);
		addClassName("acts");
	}

}
