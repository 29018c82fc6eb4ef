package app.resim.identity.worker;

import java.awt.image.BufferedImage;
import java.time.Clock;
import java.util.List;

import app.resim.identity.reading.MrzRead;
import app.resim.identity.reading.MrzReader;

/**
 * Reads zones with the reader that ships with Resim.
 */
final class ShippedReader implements ZoneReader {

	// a process of its own has no context that could hand it a clock; the portal checks
	// dates again
	private final MrzReader reader = new MrzReader(Clock.systemUTC(), System::nanoTime);

	@Override
	public List<ReadZone> read(BufferedImage upright) {
		return this.reader.read(upright).map(ShippedReader::zone).stream().toList();
	}

	private static ReadZone zone(MrzRead read) {
		MrzRead.Box box = read.box();
		return new ReadZone(read.lines(), read.certain(),
				new ReadZone.Box(Math.max(0, box.x()), Math.max(0, box.y()), box.width(), box.height()));
	}

}
