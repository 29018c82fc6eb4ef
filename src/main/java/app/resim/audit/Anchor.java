package app.resim.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;

import app.resim.keys.Seal;

/**
 * A file that remembers where the chain ended. It is sealed with a keyed fingerprint;
 * kept away from the database it shows that the end of the trail was cut off. One line:
 * place, link and fingerprint, parted by blanks.
 */
final class Anchor {

	private static final String CONTEXT = "audit-anchor";

	private static final HexFormat HEX = HexFormat.of();

	private final Path file;

	private final Seal seal;

	Anchor(Path file, Seal seal) {
		this.file = file;
		this.seal = seal;
	}

	/**
	 * Reads it.
	 * @return empty if there is no file yet
	 * @throws IllegalStateException if somebody changed it
	 */
	Optional<Link> read() throws IOException {
		if (!Files.exists(this.file)) {
			return Optional.empty();
		}
		String[] parts = Files.readString(this.file).strip().split(" ");
		try {
			if (parts.length == 3 && this.seal.matches(HEX.parseHex(parts[2]), parts[0] + " " + parts[1], CONTEXT)) {
				return Optional.of(new Link(Long.parseLong(parts[0]), HEX.parseHex(parts[1])));
			}
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException("The anchor is not one that this check has written", ex);
		}
		throw new IllegalStateException("The anchor was changed, or written with another key");
	}

	void write(Link end) throws IOException {
		String text = end.place() + " " + HEX.formatHex(end.print());
		Path half = this.file.resolveSibling(this.file.getFileName() + ".new");
		Files.writeString(half, text + " " + HEX.formatHex(this.seal.fingerprint(text, CONTEXT)) + "\n");
		Files.move(half, this.file, StandardCopyOption.ATOMIC_MOVE);
	}

}
