package app.resim.provisioning.simulated;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * A folder with the certificate and the key of the simulated SM-DP+, and with the
 * authority that it trusts.
 *
 * @param folder where they are
 */
record TlsFolder(Path folder) {

	static final String AUTHORITY = "testing-ca";

	static final String OWN = "sm-dp";

	boolean isComplete() {
		return Files.exists(certificate(AUTHORITY)) && Files.exists(certificate(OWN)) && Files.exists(key(OWN));
	}

	Path certificate(String name) {
		return this.folder.resolve(name + ".crt");
	}

	Path key(String name) {
		return this.folder.resolve(name + ".key");
	}

	/** Read anew at each call. */
	SslStoreBundle stores() {
		return new PemSslStoreBundle(
				PemSslStoreDetails.forCertificate(location(certificate(OWN))).withPrivateKey(location(key(OWN))),
				PemSslStoreDetails.forCertificate(location(certificate(AUTHORITY))));
	}

	/** The portal, called with the certificate of this folder. */
	Portal portal(Optional<URI> address) {
		return new Portal() {

			@Override
			public Optional<URI> portal() {
				return address;
			}

			@Override
			public HttpClient.Builder client() {
				return HttpClient.newBuilder().sslContext(SslBundle.of(stores()).createSslContext());
			}

			@Override
			public HttpRequest.Builder signed(HttpRequest.Builder request) {
				return request;
			}

		};
	}

	private static String location(Path file) {
		return file.toUri().toString();
	}

}
