package app.resim.provisioning.es2plus;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

/**
 * Self-signed certificates of a server, the portal and a stranger, made once for all
 * tests that need them. Subjects are {@code CN=name,O=Example}.
 */
public final class Certificates {

	static final String PASSWORD = "changeit";

	private static final Path FOLDER = make("server", "portal", "stranger");

	private Certificates() {
	}

	static Path store(String name) {
		return FOLDER.resolve(name);
	}

	/**
	 * Shows one and trusts another.
	 * @param own whose certificate is shown
	 * @param trusted whose is believed
	 * @return the bundle
	 */
	public static SslBundle bundle(String own, String trusted) {
		try {
			var trust = KeyStore.getInstance("PKCS12");
			trust.load(null, null);
			trust.setCertificateEntry(trusted, keys(trusted).getCertificate(trusted));
			return SslBundle.of(SslStoreBundle.of(keys(own), PASSWORD, trust));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A store that holds only the certificate, for servers that want a file. */
	static Path trustStore(String trusted) throws Exception {
		Path file = FOLDER.resolve("trust-" + trusted);
		var trust = KeyStore.getInstance("PKCS12");
		trust.load(null, null);
		trust.setCertificateEntry(trusted, keys(trusted).getCertificate(trusted));
		try (var out = Files.newOutputStream(file)) {
			trust.store(out, PASSWORD.toCharArray());
		}
		return file;
	}

	private static KeyStore keys(String name) throws Exception {
		return KeyStore.getInstance(store(name).toFile(), PASSWORD.toCharArray());
	}

	private static Path make(String... names) {
		try {
			Path folder = Files.createTempDirectory("resim-certificates");
			for (String name : names) {
				int ended = keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
						"CN=" + name + ",O=Example", "-ext", "SAN=dns:localhost", "-validity", "2", "-storetype",
						"PKCS12", "-storepass", PASSWORD, "-keystore", folder.resolve(name).toString());
				if (ended != 0) {
					throw new IllegalStateException("keytool ended with " + ended);
				}
			}
			return folder;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static int keytool(String... arguments) throws Exception {
		var command = new ArrayList<String>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
		command.addAll(List.of(arguments));
		var keytool = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		return keytool.waitFor(2, TimeUnit.MINUTES) ? keytool.exitValue() : -1;
	}

}
