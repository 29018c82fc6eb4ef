package app.resim.journey;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for what must not lie on a disk in clear, in every byte of every file.
 */
final class Traces {

	private static final int WINDOW = 8 * 1024 * 1024;

	private static final int LONGEST = 4096;

	private static final int RUN = 32;

	private final Map<String, String> wanted = new LinkedHashMap<>();

	/**
	 * Looks for words as well.
	 * @param words in ASCII
	 * @return this
	 */
	Traces of(String... words) {
		for (String word : words) {
			add("“" + word + "”", word.getBytes(StandardCharsets.US_ASCII));
		}
		return this;
	}

	/**
	 * Looks for a picture as well: its first bytes, up to the first that no other picture
	 * has, and runs out of it.
	 * @param what it is
	 * @param jpeg the file
	 * @return this
	 */
	Traces of(String what, byte[] jpeg) {
		int image = startOfImage(jpeg);
		add(what + ", header and first bytes", part(jpeg, 0, image + RUN));
		for (int eighth = 1; eighth < 8; eighth++) {
			add(what + ", bytes at " + eighth + "/8", part(jpeg, (int) ((long) jpeg.length * eighth / 8), RUN));
		}
		return this;
	}

	private void add(String what, byte[] bytes) {
		if (bytes.length > LONGEST) {
			throw new IllegalArgumentException("Too long to look for");
		}
		this.wanted.put(what, text(bytes, bytes.length));
	}

	/**
	 * Looks into all files of folders.
	 * @param folders may change meanwhile
	 * @return what was found where
	 */
	List<String> in(Path... folders) {
		var found = new ArrayList<String>();
		try {
			for (Path folder : folders) {
				Files.walkFileTree(folder, new SimpleFileVisitor<>() {
					@Override
					public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
						if (attributes.isRegularFile()) {
							found.addAll(inFile(file));
						}
						return FileVisitResult.CONTINUE;
					}

					@Override
					public FileVisitResult visitFileFailed(Path file, IOException gone) {
						return FileVisitResult.CONTINUE;
					}
				});
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return found;
	}

	/**
	 * Looks into one file.
	 * @param file may be gone already
	 * @return what was found
	 */
	List<String> inFile(Path file) {
		var found = new ArrayList<String>();
		try (InputStream bytes = Files.newInputStream(file)) {
			byte[] window = new byte[WINDOW + LONGEST];
			int kept = 0;
			for (int read = bytes.readNBytes(window, 0, WINDOW); read > 0; read = bytes.readNBytes(window, kept,
					WINDOW)) {
				int length = kept + read;
				String text = text(window, length);
				this.wanted.forEach((what, bytesOfIt) -> {
					if (text.contains(bytesOfIt)) {
						found.add(what + " in " + file);
					}
				});
				kept = Math.min(LONGEST, length);
				System.arraycopy(window, length - kept, window, 0, kept);
			}
		}
		catch (IOException ex) {
			// a file that went away while it was read
			return found;
		}
		return found;
	}

	/** Behind the header of the first scan. */
	private static int startOfImage(byte[] jpeg) {
		int at = 2;
		while ((jpeg[at + 1] & 0xFF) != 0xDA) {
			at += 2 + length(jpeg, at);
		}
		return at + 2 + length(jpeg, at);
	}

	private static int length(byte[] jpeg, int segment) {
		return ((jpeg[segment + 2] & 0xFF) << 8) | (jpeg[segment + 3] & 0xFF);
	}

	private static byte[] part(byte[] bytes, int from, int length) {
		return Arrays.copyOfRange(bytes, from, from + length);
	}

	/** One character a byte. */
	private static String text(byte[] bytes, int length) {
		return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
	}

}
