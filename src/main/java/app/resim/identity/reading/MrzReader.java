package app.resim.identity.reading;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Reads the machine-readable zone of a document off a picture of it, whichever way up.
 * Needs no network, no library and no disk; may be used by several threads at once.
 */
public final class MrzReader {

	/** Finer pixels tell nothing more. */
	private static final int MOST_EDGE = 1800;

	private static final int LEAST_EDGE = 40;

	/** Beyond these many times as long as wide, a picture shows no document. */
	private static final int MOST_RATIO = 12;

	private static final long DEADLINE = 3_000_000_000L;

	/**
	 * Directions of text, tried in this order, in degrees. Upside down is tried in each.
	 */
	private static final int[] ANGLES = { 0, 90, 17, -17, 73, 107 };

	private final GlyphNet net = new GlyphNet(Weights.shipped());

	private final Clock clock;

	private final LongSupplier nanoseconds;

	/**
	 * A reader.
	 * @param clock for today's date
	 * @param nanoseconds a running count, for the deadline
	 */
	public MrzReader(Clock clock, LongSupplier nanoseconds) {
		this.clock = clock;
		this.nanoseconds = nanoseconds;
	}

	/**
	 * Reads. Takes a tenth of a second for a clean picture, three seconds at most.
	 * @param image a picture; its size must have been limited before it was decoded
	 * @return what was read, for better or worse; nothing if there seems to be no zone
	 */
	public Optional<MrzRead> read(BufferedImage image) {
		int shorter = Math.min(image.getWidth(), image.getHeight());
		int longer = Math.max(image.getWidth(), image.getHeight());
		if (shorter < LEAST_EDGE || longer > MOST_RATIO * shorter) {
			return Optional.empty();
		}
		Gray gray = Gray.of(image);
		int halvings = 0;
		while (Math.max(gray.width(), gray.height()) > MOST_EDGE) {
			gray = gray.halved();
			halvings++;
		}
		return read(gray.stretched(), halvings);
	}

	private Optional<MrzRead> read(Gray gray, int halvings) {
		long end = this.nanoseconds.getAsLong() + DEADLINE;
		var search = new Search(gray, this.net, LocalDate.now(this.clock),
				() -> this.nanoseconds.getAsLong() - end > 0);
		for (int angle : ANGLES) {
			search.along((float) Math.toRadians(angle));
			if (search.over() || search.found()) {
				break;
			}
		}
		return search.best().map(zone -> zone.read(1 << halvings));
	}

}
