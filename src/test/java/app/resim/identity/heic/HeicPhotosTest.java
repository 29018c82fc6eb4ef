package app.resim.identity.heic;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import app.resim.identity.spool.Spool;
import app.resim.identity.spool.Upload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

@Timeout(60)
class HeicPhotosTest {

	private static final int MOST = 1_000_000;

	private static final Duration LONG = Duration.ofSeconds(30);

	@TempDir
	private Path folder;

	private Spool spool;

	@BeforeEach
	void open() throws GeneralSecurityException, IOException {
		assumeTrue(Files.isDirectory(Path.of("/dev/shm")), "needs a memory file system");
		this.spool = new Spool(this.folder.resolve("spool"));
	}

	@Test
	void whatTheProgramWritesIsTakenAndNothingStays() throws Exception {
		byte[] photo = new byte[300_000];
		Arrays.fill(photo, (byte) 7);
		assertThat(converted(program("cp in.heic \"$4\""), photo, LONG)).hasValue(photo);
		assertThat(left()).isEmpty();
	}

	@Test
	void theFirstOfSeveralPicturesIsTaken() throws Exception {
		assertThat(converted(program("echo one >out-1.jpg; echo two >out-2.jpg"), new byte[9], LONG))
			.hasValue("one\n".getBytes());
	}

	@Test
	void aProgramThatFailsHangsOrWritesNothingGivesNothing() throws Exception {
		assertThat(converted(program("exit 1"), new byte[9], LONG)).isEmpty();
		assertThat(converted(program("exit 0"), new byte[9], LONG)).isEmpty();
		assertThat(converted(program("exec cat /dev/zero"), new byte[9], Duration.ofSeconds(1))).isEmpty();
		assertThat(converted(program("kill -9 $$"), new byte[9], LONG)).isEmpty();
		assertThat(left()).isEmpty();
	}

	@Test
	void whereThereIsNoProgramNothingIsConverted() {
		assertThat(HeifConvert.find("none", 1, LONG)).isEmpty();
		assertThat(HeifConvert.find("/nowhere/heif-convert", 1, LONG)).isEmpty();
	}

	@Test
	void aRealPhotoIsConvertedWhereTheRealProgramIs() throws Exception {
		Optional<HeifConvert> real = HeifConvert.find("", 1, LONG);
		assumeTrue(real.isPresent(), "needs heif-convert");
		byte[] photo;
		try (InputStream in = HeicPhotosTest.class.getResourceAsStream("/documents/card.heic")) {
			photo = in.readAllBytes();
		}
		try (var converter = real.get()) {
			assertThat(converted(converter, photo).orElseThrow()).startsWith(0xFF, 0xD8, 0xFF);
			assertThat(converted(converter, Arrays.copyOf(photo, photo.length / 2))).isEmpty();
		}
	}

	private Path program(String script) throws IOException {
		Path program = this.folder.resolve("heif-convert");
		Files.writeString(program, "#!/bin/sh\n" + script + "\n");
		Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
		return program;
	}

	private Optional<byte[]> converted(Path program, byte[] photo, Duration limit) throws Exception {
		try (var converter = HeifConvert.find(program.toString(), 1, limit).orElseThrow()) {
			return converted(converter, photo);
		}
	}

	private Optional<byte[]> converted(HeifConvert converter, byte[] photo) throws Exception {
		try (Upload heic = this.spool.take(new ByteArrayInputStream(photo), MOST)) {
			Optional<Upload> jpeg = converter.convert(heic, this.spool, MOST);
			if (jpeg.isEmpty()) {
				return Optional.empty();
			}
			try (Upload taken = jpeg.get(); InputStream in = taken.open()) {
				return Optional.of(in.readAllBytes());
			}
		}
	}

	private static List<Path> left() throws IOException {
		try (var files = Files.list(Path.of("/dev/shm"))) {
			return files.filter(file -> file.getFileName().toString().startsWith("resim-heic-")).toList();
		}
	}

}
