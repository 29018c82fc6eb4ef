package app.resim.ui.customer;

import java.util.Locale;

import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.ui.Viewfinder;

/**
 * Which picture is asked for, in nobody's language yet: two devices may read in two.
 *
 * @param subject which picture
 * @param shape the frame in which a camera sees it
 * @param label key of the text that asks for it
 * @param hint key of the text that says how it should be
 */
record Wanted(Subject subject, Viewfinder shape, String label, String hint) {

	Side side() {
		return this.subject.side();
	}

	/** How the picture's field is called on a page. */
	String field() {
		return side().name().toLowerCase(Locale.ROOT) + "-photo";
	}

}
