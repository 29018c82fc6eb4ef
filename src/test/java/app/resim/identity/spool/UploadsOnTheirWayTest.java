package app.resim.identity.spool;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class UploadsOnTheirWayTest {

	private static final int MOST = 1_000_000;

	@TempDir
	private Path folder;

	private Spool spool;

	@BeforeEach
	void open() throws GeneralSecurityException, IOException {
		this.spool = new Spool(this.folder);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, Spool.SMALL - 1, Spool.SMALL, Spool.SMALL + 1, 300_000, MOST })
	void whatComesIsReadAgainAsOftenAsWanted(int size) throws IOException, GeneralSecurityException {
		byte[] file = bytes(size);
		try (Upload upload = this.spool.take(new ByteArrayInputStream(file), MOST)) {
			assertThat(upload.size()).isEqualTo(size);
			assertThat(upload.hash()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(file));
			assertThat(read(upload)).isEqualTo(file);
			assertThat(read(upload)).isEqualTo(file);
			assertThat(upload).hasToString("Upload");
		}
	}

	@Test
	void noMoreIsReadThanOneByteTooMuch() throws IOException {
		InputStream endless = new InputStream() {
			private int left = MOST + 1;

			@Override
			public int read() {
				assertThat(this.left--).isPositive();
				return 7;
			}

			@Override
			public int read(byte[] into, int from, int length) {
				int count = Math.min(length, this.left);
				assertThat(this.left > 0 || length == 0).isTrue();
				this.left -= count;
				return count;
			}
		};

		try (Upload upload = this.spool.take(endless, MOST)) {
			assertThat(upload.size()).isEqualTo(MOST + 1);
		}
	}

	@Test
	void twoUploadsDoNotMeet() throws IOException {
		try (Upload one = this.spool.take(new ByteArrayInputStream(bytes(200_000)), MOST);
				Upload two = this.spool.take(new ByteArrayInputStream(bytes(200_001)), MOST)) {
			assertThat(read(one)).isEqualTo(bytes(200_000));
			assertThat(read(two)).isEqualTo(bytes(200_001));
		}
	}

	@Test
	void aFileHasNoNameWhileItWaitsAndNoneAfterwards() throws IOException {
		try (Upload upload = this.spool.take(new ByteArrayInputStream(bytes(200_000)), MOST)) {
			assertThat(upload.size()).isPositive();
			// other systems keep the name until the end
			if (System.getProperty("os.name").equals("Linux")) {
				assertThat(this.folder).isEmptyDirectory();
			}
		}
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void nothingIsLegibleOnTheDisk() throws IOException {
		String secret = "SPECIMEN<<SAM<SAMPLE";
		byte[] file = secret.repeat(10_000).getBytes(StandardCharsets.US_ASCII);
		try (Upload upload = this.spool.take(new ByteArrayInputStream(file), MOST)) {
			for (byte[] open : openFilesOf(this.folder)) {
				assertThat(new String(open, StandardCharsets.ISO_8859_1)).hasSizeGreaterThan(file.length)
					.doesNotContain(secret.substring(0, 8));
			}
			assertThat(read(upload)).isEqualTo(file);
		}
	}

	@Test
	void anUploadThatBreaksOffLeavesNothing() {
		var broken = new InputStream() {
			private int left = 200_000;

			@Override
			public int read() throws IOException {
				if (this.left-- <= 0) {
					throw new IOException("gone");
				}
				return 1;
			}
		};

		assertThatIOException().isThrownBy(() -> this.spool.take(broken, MOST));
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void whatAnEarlierProcessLeftIsDeletedAtTheStart() throws IOException, GeneralSecurityException {
		Files.write(this.folder.resolve("1234.upload"), new byte[10]);
		assertThat(new Spool(this.folder)).isNotNull();
		assertThat(this.folder).isEmptyDirectory();
	}

	private static byte[] read(Upload upload) throws IOException {
		try (InputStream in = upload.open()) {
			return in.readAllBytes();
		}
	}

	/** Files without a name can still be seen by their process. */
	private static List<byte[]> openFilesOf(Path folder) throws IOException {
		Path open = Path.of("/proc/self/fd");
		if (!Files.isDirectory(open)) {
			return List.of();
		}
		var found = new ArrayList<byte[]>();
		try (var links = Files.list(open)) {
			for (Path link : links.toList()) {
				if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).startsWith(folder.toRealPath())) {
					found.add(Files.readAllBytes(link));
				}
			}
		}
		assertThat(found).isNotEmpty();
		return found;
	}

	private static byte[] bytes(int size) {
		byte[] bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}

}
