package app.resim.provisioning.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Certificates for trying mutual TLS. They live for days, and their subjects say that
 * they are for testing only. Made with the JDK's own {@code keytool}.
 */
final class TestingCertificates {

	/** The client and server certificate of the portal. */
	static final String PORTAL = "portal";

	/** The portal's subject, expired two days ago. */
	static final String EXPIRED = "portal-expired";

	/** Trusted as well, but nobody with whom anything was agreed. */
	static final String STRANGER = "stranger";

	/** Settings of a portal beside {@code script/smdp}. */
	static final String SETTINGS = "portal.yaml";

	private static final String PASSWORD = "for-testing";

	private final TlsFolder tls;

	private final Path store;

	private TestingCertificates(TlsFolder tls) {
		this.tls = tls;
		this.store = tls.folder().resolve("testing.p12");
	}

	/** The subject of the certificate with this name. */
	static String subject(String name) {
		return "CN=" + (EXPIRED.equals(name) ? PORTAL : name) + ",OU=For testing only,O=Resim";
	}

	/** Makes or renews all of them; the authority stays while it is valid. */
	static void make(TlsFolder tls) {
		try {
			Files.createDirectories(tls.folder());
			new TestingCertificates(tls).make();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The certificates could not be made", ex);
		}
	}

	private void make() throws GeneralSecurityException, IOException {
		if (!hasAuthority()) {
			Files.deleteIfExists(this.store);
			keytool(TlsFolder.AUTHORITY, "-validity", "30", "-ext", "bc:c", "-ext", "ku:c=keyCertSign,cRLSign");
		}
		keepOnlyAuthority();
		forOwnerOnly(this.store);
		for (String name : List.of(TlsFolder.OWN, PORTAL, STRANGER)) {
			signed(name, "-validity", "7");
		}
		signed(EXPIRED, "-startdate", "-3d", "-validity", "1");
		KeyStore made = open();
		write(this.tls.certificate(TlsFolder.AUTHORITY), "CERTIFICATE",
				made.getCertificate(TlsFolder.AUTHORITY).getEncoded());
		for (String name : List.of(TlsFolder.OWN, PORTAL, STRANGER, EXPIRED)) {
			write(this.tls.key(name), "PRIVATE KEY", made.getKey(name, PASSWORD.toCharArray()).getEncoded());
			write(this.tls.certificate(name), "CERTIFICATE", made.getCertificate(name).getEncoded());
		}
		Files.writeString(this.tls.folder().resolve(SETTINGS), settings());
	}

	private static void forOwnerOnly(Path file) throws IOException {
		if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		}
	}

	private String settings() {
		return """
				# A portal beside script/smdp, for testing only.
				server.ssl:
				  bundle: portal
				  client-auth: want
				resim:
				  public-url: https://localhost:${server.port}
				  provisioning.es2plus:
				    url: https://localhost:8443
				    smdp-address: smdp.example.com
				    ssl-bundle: sm-dp
				    callback.subject: "%s"
				spring.ssl.bundle.pem:
				  sm-dp: &both
				    reload-on-update: true
				    keystore:
				      certificate: %s
				      private-key: %s
				    truststore:
				      certificate: %s
				  portal: *both
				""".formatted(subject(TlsFolder.OWN), this.tls.certificate(PORTAL).toUri(),
				this.tls.key(PORTAL).toUri(), this.tls.certificate(TlsFolder.AUTHORITY).toUri());
	}

	private boolean hasAuthority() throws GeneralSecurityException, IOException {
		if (!Files.exists(this.store)) {
			return false;
		}
		try {
			((X509Certificate) open().getCertificate(TlsFolder.AUTHORITY)).checkValidity();
			return true;
		}
		catch (CertificateException ex) {
			return false;
		}
	}

	private void keepOnlyAuthority() throws GeneralSecurityException, IOException {
		KeyStore kept = open();
		for (String name : List.of(TlsFolder.OWN, PORTAL, STRANGER, EXPIRED)) {
			kept.deleteEntry(name);
		}
		try (var out = Files.newOutputStream(this.store)) {
			kept.store(out, PASSWORD.toCharArray());
		}
	}

	private KeyStore open() throws GeneralSecurityException, IOException {
		return KeyStore.getInstance(this.store.toFile(), PASSWORD.toCharArray());
	}

	private void signed(String name, String... dates) throws IOException {
		var words = new ArrayList<>(List.of("-signer", TlsFolder.AUTHORITY, "-ext", "san=dns:localhost,ip:127.0.0.1",
				"-ext", "eku=serverAuth,clientAuth"));
		words.addAll(List.of(dates));
		keytool(name, words.toArray(String[]::new));
	}

	private void keytool(String name, String... more) throws IOException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", name, "-keyalg", "EC", "-groupname", "secp256r1", "-dname", subject(name),
				"-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", this.store.toString()));
		command.addAll(List.of(more));
		Process keytool = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try {
			if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
				throw new IOException("keytool could not make " + name);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("Interrupted", ex);
		}
	}

	/** Whole or not at all: a portal that runs may read it at any moment. */
	private static void write(Path file, String kind, byte[] content) throws IOException {
		String pem = "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(kind,
				Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content), kind);
		Path whole = Files.createTempFile(file.toAbsolutePath().getParent(), "new", ".pem");
		Files.write(whole, pem.getBytes(StandardCharsets.US_ASCII));
		if (kind.equals("CERTIFICATE") && Files.getFileStore(whole).supportsFileAttributeView("posix")) {
			Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("rw-r--r--"));
		}
		Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
	}

}
