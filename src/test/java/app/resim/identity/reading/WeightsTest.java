package app.resim.identity.reading;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class WeightsTest {

	private static byte[] shipped() throws IOException {
		try (InputStream file = Weights.class.getResourceAsStream("/identity/mrz-reader.bin")) {
			return Objects.requireNonNull(file).readAllBytes();
		}
	}

	private static Weights read(byte[] file) throws IOException {
		return Weights.read(new DataInputStream(new ByteArrayInputStream(file)));
	}

	@Test
	void theShippedWeightsAreWhatTheDocumentationSays() throws Exception {
		String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shipped()));
		assertThat(Files.readString(Path.of("docs/mrz-reader.md"))).contains(sum);
	}

	@Test
	void theShippedWeightsFitTheNet() throws IOException {
		byte[] file = shipped();
		assertThat(file).hasSizeLessThan(500_000).startsWith('R', 'S', 'M', 'Z', 0, 0, 0, Weights.VERSION);
		assertThat(read(file).last().weights()).hasDimensions(Symbols.COUNT, GlyphNet.HIDDEN);
	}

	@Test
	void otherFilesAreRefused() throws IOException {
		byte[] file = shipped();
		file[7]++;
		assertThatIOException().isThrownBy(() -> read(file));
		assertThatIOException().isThrownBy(() -> read(new byte[0]));
	}

}
