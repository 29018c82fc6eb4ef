package app.resim.ui.customer;

import java.util.Locale;

import app.resim.identity.Side;
import app.resim.ui.Viewfinder;

/**
 * Which picture is asked for, in nobody's language yet: two devices may read in two.
 *
 * @param side which picture
 * @param shape the frame in which a camera sees it
 * @param label key of the text that asks for it
 * @param hint key of the text that says how it should be
 */
record Wanted(Side side, Viewfinder shape, String label, String hint) {

	/** How the picture's field is called on a page. */
	String field() {
		return this.side.name().toLowerCase(Locale.ROOT) + "-photo";
	}

}
