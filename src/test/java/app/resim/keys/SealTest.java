package app.resim.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Secrets at rest.
 */
class SealTest {

	@TempDir
	Path folder;

	@Test
	void aSealedSecretOpensAfterARestartAndOnlyWhereItBelongs() throws Exception {
		byte[] sealed = seal(true).close("secret".getBytes(StandardCharsets.UTF_8), "order:1");
		Seal restarted = seal(false);
		assertThat(restarted.open(sealed, "order:1")).asString(StandardCharsets.UTF_8).isEqualTo("secret");
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> restarted.open(sealed, "order:2"));
		sealed[sealed.length - 1] ^= 1;
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> restarted.open(sealed, "order:1"));
	}

	@Test
	void aFingerprintBelongsToItsContext() throws Exception {
		Seal seal = seal(true);
		byte[] print = seal.fingerprint("123456", "code:a");
		assertThat(seal.matches(print, "123456", "code:a")).isTrue();
		assertThat(seal.matches(print, "123457", "code:a")).isFalse();
		assertThat(seal.matches(print, "123456", "code:b")).isFalse();
	}

	@Test
	void aKeySetIsMadeOnceAndReadableOnlyByItsOwner() throws Exception {
		seal(true);
		byte[] first = Files.readAllBytes(this.folder.resolve("aead.json"));
		seal(true);
		assertThat(Files.readAllBytes(this.folder.resolve("aead.json"))).isEqualTo(first);
		assertThat(Files.getPosixFilePermissions(this.folder.resolve("aead.json"))).hasSize(2);
	}

	@Test
	void withoutLeaveToMakeOneAMissingKeySetStopsTheStart() {
		assertThatIllegalStateException().isThrownBy(() -> seal(false)).withMessageContaining("aead.json");
	}

	private Seal seal(boolean create) throws Exception {
		var configuration = new KeyConfiguration(new KeySets(this.folder, Optional.empty()), create);
		return new Seal(configuration.aead(), configuration.mac());
	}

}
