package app.resim.identity;

import java.io.Serializable;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Names one stored picture.
 *
 * @param document 122 random bits
 */
public record DocumentId(UUID document) implements Serializable {

	private static final long VERSION = 0x4000L;

	private static final long VARIANT = 0x8000_0000_0000_0000L;

	static DocumentId fresh(RandomGenerator chance) {
		long high = (chance.nextLong() & ~0xF000L) | VERSION;
		long low = (chance.nextLong() & ~0xC000_0000_0000_0000L) | VARIANT;
		return new DocumentId(new UUID(high, low));
	}

}
