package app.resim.keys;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.resim.keys.SignedText.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SignedTextTest {

	private static final String TEXT = "RESIM RECEIPT 1\n{\n  \"reason\" : \"丢失\"\n}\n";

	private final SigningKey key = FreshSigningKey.make();

	private final List<PublicKey> trusted = this.key.publicKeys();

	private byte[] file() {
		return this.key.sign(TEXT).orElseThrow().file();
	}

	@Test
	void whatWasSignedIsReadAndGenuine() {
		SignedText read = SignedText.read(file()).orElseThrow();

		assertThat(read.text()).isEqualTo(TEXT);
		assertThat(read.check(this.trusted)).isEqualTo(Check.GENUINE);
	}

	@Test
	void everyChangedByteIsFound() {
		byte[] file = file();
		for (int at = 0; at < file.length; at++) {
			for (int bit = 0; bit < 8; bit++) {
				byte[] changed = file.clone();
				changed[at] ^= (byte) (1 << bit);
				assertThat(isGenuine(changed)).as("byte %d, bit %d", at, bit).isFalse();
			}
		}
	}

	@Test
	void everyMissingAndEveryAddedByteIsFound() {
		byte[] file = file();
		for (int at = 0; at < file.length; at++) {
			byte[] shorter = new byte[file.length - 1];
			System.arraycopy(file, 0, shorter, 0, at);
			System.arraycopy(file, at + 1, shorter, at, file.length - at - 1);
			assertThat(isGenuine(shorter)).as("without byte %d", at).isFalse();
			byte[] longer = new byte[file.length + 1];
			System.arraycopy(file, 0, longer, 0, at);
			longer[at] = '\n';
			System.arraycopy(file, at, longer, at + 1, file.length - at);
			assertThat(isGenuine(longer)).as("a line break before byte %d", at).isFalse();
		}
		assertThat(isGenuine(new byte[0])).isFalse();
	}

	private boolean isGenuine(byte[] file) {
		return SignedText.read(file).map(read -> read.check(this.trusted)).equals(Optional.of(Check.GENUINE));
	}

	@Test
	void anotherKeyIsRefusedAlsoUnderTheNameOfTheTrustedOne() {
		SigningKey thief = FreshSigningKey.make();
		SignedText forged = thief.sign(TEXT).orElseThrow();
		assertThat(forged.check(this.trusted)).isEqualTo(Check.OTHER_KEY);

		String renamed = new String(forged.file(), StandardCharsets.UTF_8).replace(thief.publicKeys().getFirst().id(),
				this.trusted.getFirst().id());
		assertThat(SignedText.read(SignedText.bytes(renamed)).orElseThrow().check(this.trusted))
			.isEqualTo(Check.CHANGED);
	}

	@Test
	void thePublicKeyTravelsAsPemWithOthersAroundIt() {
		String others = FreshSigningKey.make().publicKeys().getFirst().pem();
		List<PublicKey> read = PublicKey.read("Our keys:\n" + others + this.trusted.getFirst().pem());

		assertThat(read).hasSize(2);
		assertThat(SignedText.read(file()).orElseThrow().check(read)).isEqualTo(Check.GENUINE);
		assertThat(PublicKey.read("no key")).isEmpty();
		assertThat(PublicKey.read("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n")).isEmpty();
	}

	@Test
	void withoutAKeySetNothingIsSigned() {
		assertThat(FreshSigningKey.none().isThere()).isFalse();
		assertThat(FreshSigningKey.none().sign(TEXT)).isEmpty();
	}

	@Test
	void anOlderInstallationGetsItsKeySetTurnsItAndPublishesIt(@TempDir Path folder) throws Exception {
		deed(folder);
		Files.delete(folder.resolve("receipt.json"));
		assertThat(new KeyConfiguration(new KeySets(folder, Optional.empty()), false).signingKey().isThere()).isFalse();

		deed(folder);
		byte[] before = opened(folder).sign(TEXT).orElseThrow().file();
		deed(folder, "add", "receipt");
		deed(folder, "promote", "receipt");
		byte[] after = opened(folder).sign(TEXT).orElseThrow().file();
		assertThat(deed(folder, "public")).anyMatch(said -> said.contains("receipt-public.pem"));

		List<PublicKey> published = PublicKey.read(Files.readString(folder.resolve("receipt-public.pem")));
		assertThat(published).hasSize(2);
		assertThat(SignedText.read(before).orElseThrow().check(published)).isEqualTo(Check.GENUINE);
		assertThat(SignedText.read(after).orElseThrow().check(published)).isEqualTo(Check.GENUINE);
		assertThat(SignedText.read(after).orElseThrow().check(published.subList(0, 1))).isEqualTo(Check.OTHER_KEY);
	}

	private static SigningKey opened(Path folder) throws Exception {
		return new KeyConfiguration(new KeySets(folder, Optional.empty()), false).signingKey();
	}

	private static List<String> deed(Path folder, String... words) throws Exception {
		List<String> all = new ArrayList<>(List.of(folder.toString()));
		all.addAll(List.of(words));
		List<String> said = new ArrayList<>();
		KeyDeeds.run(all, Map.of(), said::add);
		return said;
	}

}
