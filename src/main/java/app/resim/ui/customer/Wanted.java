package app.resim.ui.customer;

import java.util.Locale;
import java.util.Optional;

import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.kernel.DocumentKind;
import app.resim.request.PictureReason;
import app.resim.request.WantedPicture;
import app.resim.ui.Viewfinder;

/**
 * Which picture is asked for, in nobody's language yet: two devices may read in two.
 *
 * @param picture which picture, and why
 */
record Wanted(WantedPicture picture) {

	static Wanted portrait() {
		return new Wanted(new WantedPicture(Subject.PORTRAIT, Optional.empty()));
	}

	static Wanted document(DocumentKind kind, Side side) {
		return new Wanted(new WantedPicture(Subject.of(kind, side), Optional.empty()));
	}

	/** The same picture, wanted again by a reviewer. */
	Wanted because(PictureReason reason) {
		return new Wanted(new WantedPicture(subject(), Optional.of(reason)));
	}

	Subject subject() {
		return this.picture.subject();
	}

	/** The frame in which a camera sees it. */
	Viewfinder shape() {
		return subject().kind().map(Wanted::shape).orElse(Viewfinder.FACE);
	}

	private static Viewfinder shape(DocumentKind kind) {
		return switch (kind) {
			case PASSPORT -> Viewfinder.PAGE;
			case RU_PASSPORT -> Viewfinder.SPREAD;
			case HKID, MACAU_ID, EXIT_ENTRY_PERMIT, PRC_ID -> Viewfinder.CARD;
		};
	}

	/** Key of the text that asks for it. */
	String label() {
		return subject().kind()
			.map(kind -> "customer.document." + kind.name() + "." + lower(side()))
			.orElse("customer.portrait.label");
	}

	/**
	 * Key of the text that says how it should be, or what was wrong with the last one.
	 */
	String hint() {
		return this.picture.again()
			.map(reason -> "request.picture." + reason.name())
			.orElse(subject().kind().isPresent() ? "customer.document.photo.hint" : "customer.portrait.hint");
	}

	Side side() {
		return subject().side();
	}

	/** How the picture's field is called on a page. */
	String field() {
		return lower(side()) + "-photo";
	}

	private static String lower(Side side) {
		return side.name().toLowerCase(Locale.ROOT);
	}

}
