package app.resim.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What {@code script/keys} does with the key sets of an installation. It reads the same
 * settings as the portal, from the environment.
 */
final class KeyDeeds {

	private static final String USAGE = """
			script/keys FOLDER                       makes the key sets that are missing
			script/keys FOLDER wrap [--keep-clear]   seals those that lie in clear with the key RESIM_KEYS_KMS
			script/keys FOLDER add aead|mac|receipt      adds a key, which opens and does not seal yet
			script/keys FOLDER promote aead|mac|receipt  lets the key that was added last seal
			script/keys FOLDER public                writes receipt-public.pem, with which everybody can check receipts""";

	private final KeySets keySets;

	private final Consumer<String> say;

	KeyDeeds(KeySets keySets, Consumer<String> say) {
		this.keySets = keySets;
		this.say = say;
	}

	public static void main(String[] words) {
		try {
			run(List.of(words), System.getenv(), System.out::println);
		}
		catch (KeySetUnusable ex) {
			fail(ex.getMessage() + ". " + ex.remedy());
		}
		catch (IllegalArgumentException ex) {
			fail(USAGE);
		}
		catch (GeneralSecurityException | IOException ex) {
			fail("A key set could not be read or written (%s). Nothing was replaced by half."
				.formatted(ex.getClass().getSimpleName()));
		}
	}

	private static void fail(String sentence) {
		System.err.println(sentence);
		System.exit(1);
	}

	static void run(List<String> words, Map<String, String> settings, Consumer<String> say)
			throws GeneralSecurityException, IOException {
		if (words.isEmpty()) {
			throw new IllegalArgumentException("No folder");
		}
		KeySet.register();
		var deeds = new KeyDeeds(new KeySets(Path.of(words.getFirst()), MasterKey.Settings.from(settings).masterKey()),
				say);
		switch (String.join(" ", words.subList(1, words.size()))) {
			case "" -> deeds.makeMissing();
			case "wrap" -> deeds.wrap(false);
			case "wrap --keep-clear" -> deeds.wrap(true);
			case "add aead" -> deeds.add(KeySet.AEAD);
			case "add mac" -> deeds.add(KeySet.MAC);
			case "add receipt" -> deeds.add(KeySet.RECEIPT);
			case "promote receipt" -> deeds.promote(KeySet.RECEIPT);
			case "public" -> deeds.showPublic();
			case "promote aead" -> deeds.promote(KeySet.AEAD);
			case "promote mac" -> deeds.promote(KeySet.MAC);
			default -> throw new IllegalArgumentException("No such deed");
		}
	}

	private void makeMissing() throws GeneralSecurityException, IOException {
		for (KeySet which : KeySet.values()) {
			if (!this.keySets.has(which)) {
				this.keySets.write(which, which.make());
				this.say.accept("Made %s, %s.".formatted(which.file(), this.keySets.isSealing()
						? "sealed with the key of the key service" : "in clear, readable by this account only"));
			}
			else if (this.keySets.isSealing() && !this.keySets.isSealed(which)) {
				this.say.accept(
						"%s is there already, IN CLEAR. Seal it with: script/keys FOLDER wrap".formatted(which.file()));
			}
			else {
				this.say.accept("%s is there already and stays as it is.".formatted(which.file()));
			}
		}
	}

	private void showPublic() throws GeneralSecurityException, IOException {
		String keys = SigningKey.of(this.keySets.read(KeySet.RECEIPT))
			.publicKeys()
			.stream()
			.map(PublicKey::pem)
			.collect(Collectors.joining());
		this.say.accept("%s holds nothing secret. Publish it where people look for it, not beside the receipts."
			.formatted(this.keySets.writePublic(keys)));
	}

	private void wrap(boolean keepClear) throws GeneralSecurityException, IOException {
		if (!this.keySets.isSealing()) {
			throw new KeySetUnusable("No key is named to seal the key sets with",
					"Set RESIM_KEYS_KMS to the key's ARN and start this again.");
		}
		for (KeySet which : KeySet.values()) {
			if (!this.keySets.has(which) || this.keySets.isSealed(which)) {
				this.say.accept("%s does not lie in clear; nothing to do.".formatted(which.file()));
			}
			else {
				wrap(which, keepClear);
			}
		}
	}

	private void wrap(KeySet which, boolean keepClear) throws GeneralSecurityException, IOException {
		var keys = this.keySets.readClear(which);
		String copy = keepClear ? this.keySets.copyClear(which) : "";
		this.keySets.write(which, keys);
		this.say.accept("%s is sealed now, and was opened once to be sure. ".formatted(which.file())
				+ (keepClear ? "THE CLEAR ONE IS STILL HERE as %s: take it to a safe place.".formatted(copy)
						: "The clear one is gone from this folder; copies and backups of it are still clear."));
	}

	private void add(KeySet which) throws GeneralSecurityException, IOException {
		this.keySets.write(which, which.withOneMore(this.keySets.read(which)));
		this.say.accept("%s has a new key. Bring the file to every node and start each again; then: script/keys FOLDER "
			.formatted(which.file()) + "promote " + which.name().toLowerCase(Locale.ROOT));
	}

	private void promote(KeySet which) throws GeneralSecurityException, IOException {
		this.keySets.write(which, KeySet.withLastPrimary(this.keySets.read(which)));
		this.say.accept(
				"The newest key of %s seals from the next start on. Never remove the others: what they sealed stays."
					.formatted(which.file()));
	}

}
