package app.resim.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Makes the key sets of a new installation; {@code script/keys} calls this. What is there
 * already stays as it is.
 */
final class NewKeySets {

	private NewKeySets() {
	}

	public static void main(String[] folder) throws GeneralSecurityException, IOException {
		var made = new KeyConfiguration(Path.of(folder[0]), true);
		made.aead();
		made.mac();
	}

}
