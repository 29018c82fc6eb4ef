package app.resim.keys;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KeysOfANewInstallationTest {

	@TempDir
	private Path folder;

	@Test
	void bothAreMadeOnceAndKept() throws Exception {
		FreshKeySets.in(this.folder.resolve("keys"));
		String first = read("aead.json") + read("mac.json");

		FreshKeySets.in(this.folder.resolve("keys"));

		assertThat(read("aead.json") + read("mac.json")).isEqualTo(first).contains("primaryKeyId");
	}

	private String read(String name) throws Exception {
		return Files.readString(this.folder.resolve("keys").resolve(name));
	}

}
