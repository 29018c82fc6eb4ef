package app.resim.ui.customer;

import java.util.Locale;

import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.kernel.DocumentKind;
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

	static Wanted portrait() {
		return new Wanted(Subject.PORTRAIT, Viewfinder.FACE, "customer.portrait.label", "customer.portrait.hint");
	}

	static Wanted document(DocumentKind kind, Side side) {
		return new Wanted(Subject.of(kind, side), shape(kind),
				"customer.document." + kind.name() + "." + side.name().toLowerCase(Locale.ROOT),
				"customer.document.photo.hint");
	}

	/** The same picture, asked for with other words. */
	Wanted because(String other) {
		return new Wanted(this.subject, this.shape, this.label, other);
	}

	private static Viewfinder shape(DocumentKind kind) {
		return switch (kind) {
			case PASSPORT -> Viewfinder.PAGE;
			case RU_PASSPORT -> Viewfinder.SPREAD;
			case HKID, MACAU_ID, EXIT_ENTRY_PERMIT, PRC_ID -> Viewfinder.CARD;
		};
	}

	Side side() {
		return this.subject.side();
	}

	/** How the picture's field is called on a page. */
	String field() {
		return side().name().toLowerCase(Locale.ROOT) + "-photo";
	}

}
