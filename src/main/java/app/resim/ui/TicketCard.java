package app.resim.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/**
 * The white card with the QR code and what it is good for. White also in the dark,
 * because cameras want it.
 */
public final class TicketCard extends Div {

	/**
	 * A card.
	 * @param picture an {@code <img>}, so that it can be pressed long; or what stands in
	 * its place while it is hidden, in a {@link #hidden}
	 * @param facts beside it
	 */
	public TicketCard(Component picture, Facts facts) {
		addClassName("ticket");
		var inside = new Div(picture, facts);
		inside.addClassName("in");
		add(inside);
	}

	/**
	 * The countdown along the lower edge.
	 * @param countdown until the card hides itself
	 * @return this
	 */
	public TicketCard until(Countdown countdown) {
		add(countdown);
		return this;
	}

	/**
	 * What keeps the picture's place while it is hidden.
	 * @param text why and how to see it again, with marks
	 * @param again shows it again
	 * @return the placeholder
	 */
	public static Component hidden(String text, Act again) {
		var place = new Div(Icons.EYE.draw(), Prose.paragraph(text), again.slim().quiet());
		place.addClassName("veil");
		return place;
	}

}
