package app.resim.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import app.resim.counterpart.Counterparts;
import app.resim.counterpart.SomeCounterparts;
import app.resim.keys.KeyService.Manner;
import com.google.crypto.tink.Aead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Key sets that a stolen disk does not open.
 */
@Timeout(60)
class KeySetsInAKeyServiceTest {

	@TempDir
	private Path folder;

	private final KeyService service = new KeyService();

	private final List<String> said = new ArrayList<>();

	private final Counterparts counterparts = SomeCounterparts.fresh();

	@BeforeEach
	void register() throws GeneralSecurityException {
		KeySet.register();
	}

	@AfterEach
	void stop() {
		this.service.close();
	}

	@Test
	void whatIsSealedOpensAfterARestartWithOneCallForEachKeySet() throws Exception {
		byte[] sealed = seal(true).close("secret".getBytes(StandardCharsets.UTF_8), "order:1");
		int before = this.service.calls().size();

		assertThat(seal(false).open(sealed, "order:1")).asString(StandardCharsets.UTF_8).isEqualTo("secret");
		assertThat(this.service.calls().subList(before, this.service.calls().size())).containsExactly(
				"TrentService.Decrypt {\"resim-key-set\":\"aead.json\"}",
				"TrentService.Decrypt {\"resim-key-set\":\"mac.json\"}");
	}

	@Test
	void theFilesHoldNoKey() throws Exception {
		seal(true);
		var inClear = new KeySets(this.folder.resolve("clear"), Optional.empty());
		inClear.write(KeySet.AEAD, new KeySets(this.folder, this.service.master()).read(KeySet.AEAD));
		String key = Files.readString(this.folder.resolve("clear/aead.json"))
			.replaceAll("(?s).*\"value\":\\s*\"([^\"]+)\".*", "$1");

		assertThat(read("aead.json")).contains("encryptedKeyset").doesNotContain(key).doesNotContain("\"value\"");
		assertThat(Files.getPosixFilePermissions(this.folder.resolve("aead.json"))).hasSize(2);
	}

	@Test
	void aKeySetInThePlaceOfTheOtherOneIsRefused() throws Exception {
		seal(true);
		Files.copy(this.folder.resolve("aead.json"), this.folder.resolve("mac.json"),
				StandardCopyOption.REPLACE_EXISTING);

		assertUnusable("The key service refused the key set mac.json (InvalidCiphertextException)");
	}

	@Test
	void aKeySetOfAnotherKeyIsRefused() throws Exception {
		seal(true);
		var others = new KeySets(this.folder, Optional.of(this.service.masterKey("alias/other")));

		assertThatExceptionOfType(KeySetUnusable.class).isThrownBy(() -> others.read(KeySet.AEAD))
			.withMessageContaining("InvalidCiphertextException");
	}

	@ParameterizedTest
	@EnumSource(names = { "HANGS", "FAILS", "DENIES", "TALKS_GARBAGE", "LEAVES_OUT" })
	void aServiceInTroubleStopsTheStartInOneSentenceAndIsNotStormed(Manner manner) throws Exception {
		seal(true);
		int before = this.service.calls().size();
		this.service.now(manner);

		assertUnusable("The key service");
		assertThat(this.service.calls().size() - before).isLessThanOrEqualTo(2);
	}

	@Test
	void aServiceThatIsDownStopsTheStartInOneSentence() throws Exception {
		seal(true);
		this.service.close();
		assertUnusable("The key service");
	}

	@Test
	void aClearKeySetIsNotTakenWhereASealedOneIsExpected() throws Exception {
		seal(Optional.empty(), true);
		assertUnusable("Key set aead.json lies in clear, although resim.keys.kms is set");
	}

	@Test
	void aSealedKeySetIsNotTakenWhereAClearOneIsExpected() throws Exception {
		seal(true);
		assertThatExceptionOfType(KeySetUnusable.class).isThrownBy(() -> seal(Optional.empty(), false))
			.withMessageContaining("sealed by a key service");
	}

	@Test
	void aDamagedKeySetIsNamed() throws Exception {
		seal(true);
		Files.writeString(this.folder.resolve("aead.json"), "{\"encryptedKeyset\": \"!\"");
		assertUnusable("Key set aead.json is damaged");
	}

	@ParameterizedTest
	@ValueSource(strings = { KeyService.KEY, "aws-kms://" + KeyService.KEY })
	void theSettingsReachTheService(String key) {
		try (var context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues
				.of("resim.keys.folder=" + this.folder, "resim.keys.create=true", "resim.keys.kms=" + key,
						"resim.keys.kms-endpoint=" + this.service.endpoint())
				.applyTo(context);
			context.registerBean(Counterparts.class, () -> this.counterparts);
			context.register(KeyConfiguration.class);
			context.refresh();
			assertThat(context.getBean(Aead.class)).isNotNull();
		}
		assertThat(this.counterparts.all()).singleElement()
			.satisfies(service -> assertThat(service.name()).isEqualTo("key-service"));
		assertThat(this.service.calls()).isNotEmpty();
	}

	@Test
	void howTheServiceIsComesFromItsAnswers() throws Exception {
		seal(true);
		var health = SomeCounterparts.one();
		var settings = new MasterKey.Settings(KeyService.KEY, this.service.endpoint(), "");
		var keySets = new KeySets(this.folder, settings.masterKey(() -> health));
		assertThat(keySets.read(KeySet.AEAD)).isNotNull();
		assertThat(health.answers()).isTrue();

		this.service.now(Manner.DENIES);
		for (int reading = 0; reading < 5; reading++) {
			assertThatExceptionOfType(KeySetUnusable.class).isThrownBy(() -> keySets.read(KeySet.AEAD));
		}
		assertThat(health.answers()).isFalse();
	}

	@Test
	void withoutASettingNobodyIsAsked() {
		assertThat(new MasterKey.Settings("", "", "").masterKey(this.counterparts.all().iterator()::next)).isEmpty();
	}

	@Test
	void theStartIsReportedWithoutAStackTrace() throws Exception {
		seal(true);
		this.service.now(Manner.DENIES);
		var context = new AnnotationConfigApplicationContext();
		TestPropertyValues
			.of("resim.keys.folder=" + this.folder, "resim.keys.create=false", "resim.keys.kms=" + KeyService.KEY,
					"resim.keys.kms-endpoint=" + this.service.endpoint())
			.applyTo(context);
		context.registerBean(Counterparts.class, () -> this.counterparts);
		context.register(KeyConfiguration.class);

		assertThatExceptionOfType(BeanCreationException.class).isThrownBy(context::refresh)
			.satisfies(failure -> assertThat(new KeySetReport().analyze(failure).getDescription())
				.isEqualTo("The key service refused the key set aead.json (AccessDeniedException)"));
	}

	@Test
	void scriptKeysMakesSealedOnes() throws Exception {
		deed(this.service.environment());

		assertThat(read("aead.json") + read("mac.json")).contains("encryptedKeyset");
		assertThat(this.said).hasSize(KeySet.values().length).allMatch(line -> line.contains("sealed with the key"));
	}

	@Test
	void scriptKeysWrapsClearOnesAndLeavesNoneBehind() throws Exception {
		byte[] sealed = seal(Optional.empty(), true).close(new byte[] { 7 }, "x");
		deed(this.service.environment());
		assertThat(this.said).filteredOn(line -> line.contains("IN CLEAR")).hasSize(2);
		assertThat(read("receipt.json")).contains("encryptedKeyset");

		deed(this.service.environment(), "wrap");
		assertThat(this.folder).isDirectoryNotContaining(file -> isClear(file));
		assertThat(seal(false).open(sealed, "x")).containsExactly(7);

		this.said.clear();
		deed(this.service.environment(), "wrap");
		assertThat(this.said).hasSize(KeySet.values().length).allMatch(line -> line.contains("nothing to do"));
	}

	@Test
	void aClearOneStaysOnlyWhereThatIsSaid() throws Exception {
		seal(Optional.empty(), true);
		String clear = read("aead.json");
		deed(this.service.environment(), "wrap", "--keep-clear");

		assertThat(read("aead.clear.json")).isEqualTo(clear);
		assertThat(this.said).filteredOn(line -> line.contains("STILL HERE")).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(names = { "FAILS", "DENIES", "TALKS_GARBAGE", "LEAVES_OUT", "GIVES_ANOTHER" })
	void aServiceInTroubleLeavesTheClearOneAsItWas(Manner manner) throws Exception {
		new KeySets(this.folder.resolve("other"), this.service.master()).write(KeySet.AEAD, KeySet.AEAD.make());
		seal(Optional.empty(), true);
		String clear = read("aead.json");
		this.service.now(manner);

		assertThatExceptionOfType(KeySetUnusable.class).isThrownBy(() -> deed(this.service.environment(), "wrap"));
		assertThat(read("aead.json")).isEqualTo(clear);
	}

	@Test
	void wrappingNeedsAKey() throws Exception {
		seal(Optional.empty(), true);
		assertThatExceptionOfType(KeySetUnusable.class).isThrownBy(() -> deed(Map.of(), "wrap"));
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aKeyIsAddedThenPromotedAndWhatOlderKeysSealedStillOpens(boolean sealing) throws Exception {
		Map<String, String> settings = sealing ? this.service.environment() : Map.of();
		Optional<Aead> master = sealing ? this.service.master() : Optional.empty();
		Seal first = seal(master, true);
		byte[] old = first.close(new byte[] { 1 }, "x");

		deed(settings, "add", "aead");
		Seal added = seal(master, false);
		assertThat(first.open(added.close(new byte[] { 2 }, "x"), "x")).as("nodes not yet started again").hasSize(1);

		deed(settings, "promote", "aead");
		Seal promoted = seal(master, false);
		byte[] fresh = promoted.close(new byte[] { 3 }, "x");
		assertThat(promoted.open(old, "x")).containsExactly(1);
		assertThat(added.open(fresh, "x")).containsExactly(3);
		assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> first.open(fresh, "x"));
	}

	@Test
	void whatIsNoDeedChangesNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> deed(Map.of(), "unwrap"));
		assertThatIllegalArgumentException().isThrownBy(() -> deed(Map.of(), "add", "rsa"));
		assertThat(this.folder).isEmptyDirectory();
	}

	private void deed(Map<String, String> settings, String... words) throws GeneralSecurityException, IOException {
		var all = new ArrayList<>(List.of(this.folder.toString()));
		all.addAll(List.of(words));
		KeyDeeds.run(all, settings, this.said::add);
	}

	private void assertUnusable(String sentence) {
		assertThatExceptionOfType(KeySetUnusable.class).isThrownBy(() -> seal(false))
			.withMessageStartingWith(sentence)
			.satisfies(failure -> assertThat(failure.remedy()).endsWith("."));
	}

	private Seal seal(boolean create) throws GeneralSecurityException, IOException {
		return seal(this.service.master(), create);
	}

	private Seal seal(Optional<Aead> master, boolean create) throws GeneralSecurityException, IOException {
		var configuration = new KeyConfiguration(new KeySets(this.folder, master), create);
		return new Seal(configuration.aead(), configuration.mac());
	}

	private static boolean isClear(Path file) {
		try {
			return !Files.readString(file).contains("encryptedKeyset");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String read(String name) throws IOException {
		return Files.readString(this.folder.resolve(name));
	}

}
