package app.resim.ui;

import com.vaadin.flow.component.html.Div;

/**
 * What something costs.
 */
public final class PriceBox extends Div {

	/**
	 * A price.
	 * @param name what the price is for
	 * @param small why it is so, or empty
	 * @param price as {@link Words#money} tells it
	 */
	public PriceBox(String name, String small, String price) {
		addClassName("price");
		var left = new Div(Prose.span(name));
		if (!small.isEmpty()) {
			left.add(Prose.span(small, "sub"));
		}
		var amount = Prose.strong(price);
		amount.getElement().setAttribute("class", "num");
		add(left, amount);
	}

}
