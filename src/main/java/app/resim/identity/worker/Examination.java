package app.resim.identity.worker;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import app.resim.identity.Side;
import app.resim.identity.cleaning.Cleaner;
import app.resim.identity.cleaning.Cleaning;
import app.resim.identity.likeness.Likeness;
import app.resim.identity.quality.Quality;

/**
 * Cleans one file and looks at what comes out.
 */
public final class Examination {

	private final Cleaner cleaner = new Cleaner();

	private final Optional<Predicate<BufferedImage>> faces;

	private final ZoneReader zones;

	/**
	 * An examination.
	 * @param faces says whether there is a face; empty where nobody can
	 * @param zones reads machine-readable zones
	 */
	public Examination(Optional<Predicate<BufferedImage>> faces, ZoneReader zones) {
		this.faces = faces;
		this.zones = zones;
	}

	/**
	 * Examines. May take seconds and much memory.
	 * @param file the bytes as received
	 * @param side what it is said to show
	 * @return what was seen
	 */
	public Answer of(byte[] file, Side side) {
		return switch (this.cleaner.clean(file)) {
			case Cleaning.Unfit unfit -> new Answer.Unfit(unfit.refusal());
			case Cleaning.Cleaned cleaned -> examined(cleaned, side);
		};
	}

	private Answer examined(Cleaning.Cleaned cleaned, Side side) {
		BufferedImage picture = cleaned.picture();
		// beside the rest, because they take nearly as long as that
		var jpeg = CompletableFuture.supplyAsync(cleaned::jpeg);
		var faces = CompletableFuture.supplyAsync(() -> faces(picture, side));
		Quality quality = Quality.of(picture);
		Optional<Likeness> likeness = Likeness.of(picture);
		List<ReadZone> zones = (side == Side.PORTRAIT) ? List.of() : zones(picture);
		return new Answer.Examined(jpeg.join(), cleaned.width(), cleaned.height(), quality, faces.join(), likeness,
				zones);
	}

	private List<ReadZone> zones(BufferedImage picture) {
		try {
			return this.zones.read(picture);
		}
		catch (RuntimeException ex) {
			// what cannot be read is read by a person
			return List.of();
		}
	}

	private Faces faces(BufferedImage picture, Side side) {
		if (side == Side.BACK) {
			return Faces.NOT_AVAILABLE;
		}
		return this.faces.map(face -> face.test(picture) ? Faces.FOUND : Faces.NONE_FOUND).orElse(Faces.NOT_AVAILABLE);
	}

}
