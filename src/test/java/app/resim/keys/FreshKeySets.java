package app.resim.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;

/**
 * Key sets in files, for tests that start the whole application without letting it make
 * them.
 */
public final class FreshKeySets {

	private FreshKeySets() {
	}

	/**
	 * Makes them.
	 * @param folder where
	 * @throws GeneralSecurityException never
	 * @throws IOException if the folder cannot be written
	 */
	public static void in(Path folder) throws GeneralSecurityException, IOException {
		KeyDeeds.run(List.of(folder.toString()), Map.of(), said -> {
		});
	}

}
