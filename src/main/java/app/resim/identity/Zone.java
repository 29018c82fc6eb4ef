package app.resim.identity;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import app.resim.identity.mrz.Format;
import app.resim.identity.mrz.Mrz;
import app.resim.identity.mrz.MrzParsing;
import app.resim.identity.worker.ReadZone;
import app.resim.kernel.DocumentKind;

/**
 * Zones that may be relied on: read with certainty by a worker, and checked again here,
 * because a worker may have been taken over by the file that it opened.
 */
final class Zone {

	private static final String BREAK = "\n";

	private Zone() {
	}

	/**
	 * The first zone whose digits pass and which can be true.
	 * @param zones as a worker read them
	 * @param today for dates
	 * @return what it says, or empty if a person has to read
	 */
	static Optional<Mrz> verified(List<ReadZone> zones, LocalDate today) {
		return zones.stream()
			.filter(ReadZone::certain)
			.flatMap(zone -> parsed(zone.unverifiedLines(), today).stream())
			.filter(Mrz::allPass)
			.findFirst();
	}

	static byte[] written(Mrz zone) {
		return String.join(BREAK, zone.lines()).getBytes(StandardCharsets.US_ASCII);
	}

	static Optional<Mrz> read(byte[] written, LocalDate today) {
		return parsed(new String(written, StandardCharsets.US_ASCII).lines().toList(), today);
	}

	private static Optional<Mrz> parsed(List<String> lines, LocalDate today) {
		return switch (Mrz.parse(lines, today)) {
			case MrzParsing.Parsed(Mrz mrz) -> Optional.of(mrz);
			case MrzParsing.NotAnMrz not -> Optional.empty();
		};
	}

	/** Whether a document of this kind can carry this zone. */
	static boolean fits(Mrz zone, DocumentKind kind) {
		return switch (kind) {
			case PASSPORT -> zone.format() == Format.TD3 && zone.documentCode().startsWith("P");
			case MACAU_ID, EXIT_ENTRY_PERMIT -> zone.format() == Format.TD1;
			case RU_PASSPORT -> zone.format() == Format.PNRUS;
			case HKID, PRC_ID -> false;
		};
	}

}
