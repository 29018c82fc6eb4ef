package app.resim;

import java.util.List;

/**
 * Thrown when Resim is started in production with something that only a demonstration may
 * have. Starting again does not help; each weak spot names its remedy.
 */
class NotForProduction extends RuntimeException {

	private final transient List<WeakSpot> weakSpots;

	NotForProduction(List<WeakSpot> weakSpots) {
		super(sentence(weakSpots));
		this.weakSpots = weakSpots;
	}

	List<WeakSpot> weakSpots() {
		return this.weakSpots;
	}

	private static String sentence(List<WeakSpot> weakSpots) {
		StringBuilder text = new StringBuilder("Resim does not start in production while these are left:\n");
		for (WeakSpot spot : weakSpots) {
			text.append("\n  - ").append(spot.what()).append(":\n    ").append(spot.remedy()).append('.');
		}
		return text.toString();
	}

}
