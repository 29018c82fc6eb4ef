package app.resim.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Locator;

/**
 * Reads a code from the screen with a program of somebody else's, as a phone would.
 */
final class CodeReader {

	private CodeReader() {
	}

	static String read(Locator picture) {
		try {
			Path file = Files.createTempFile("code", ".png");
			try {
				Files.write(file, picture.screenshot());
				return read(file);
			}
			finally {
				Files.delete(file);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) throws IOException {
		Process reader = new ProcessBuilder("zbarimg", "-q", "--raw", file.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		try (var text = reader.inputReader()) {
			return text.readAllAsString().strip();
		}
	}

}
