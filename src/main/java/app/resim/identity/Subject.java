package app.resim.identity;

import java.util.Optional;

import app.resim.kernel.DocumentKind;

/**
 * What a picture is asked to show.
 *
 * @param side which part
 * @param kind of which document; empty for a portrait, or if that is not chosen yet
 */
public record Subject(Side side, Optional<DocumentKind> kind) {

	/** The customer's face. */
	public static final Subject PORTRAIT = new Subject(Side.PORTRAIT, Optional.empty());

	/**
	 * A side of a document.
	 * @param kind the document
	 * @param side which side
	 * @return the subject
	 */
	public static Subject of(DocumentKind kind, Side side) {
		return new Subject(side, Optional.of(kind));
	}

	/**
	 * Whether every such picture shows a machine-readable zone in one of ICAO's layouts.
	 */
	boolean showsZone() {
		return this.kind
			.filter(document -> (document == DocumentKind.PASSPORT && this.side == Side.FRONT)
					|| (document == DocumentKind.MACAU_ID && this.side == Side.BACK))
			.isPresent();
	}

}
