package app.resim.identity.worker;

import java.util.List;
import java.util.Optional;

import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.likeness.Likeness;
import app.resim.identity.quality.Quality;

/**
 * What a worker says about a file.
 */
public sealed interface Answer {

	/**
	 * A harmless picture, and what was seen on it.
	 *
	 * @param jpeg a fresh JPEG
	 * @param width in pixels
	 * @param height in pixels
	 * @param quality how well it can be read
	 * @param faces whether there is a face
	 * @param likeness what it looks like from afar; empty for a plain surface
	 * @param zones what was read, passed on as it is
	 */
	record Examined(byte[] jpeg, int width, int height, Quality quality, Faces faces, Optional<Likeness> likeness,
			List<ReadZone> zones) implements Answer {

		/** Says nothing about the picture. */
		@Override
		public String toString() {
			return "Examined";
		}

	}

	/**
	 * Not a picture that can be used.
	 *
	 * @param refusal why
	 */
	record Unfit(Refusal refusal) implements Answer {
	}

}
