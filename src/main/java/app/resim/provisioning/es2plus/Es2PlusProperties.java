package app.resim.provisioning.es2plus;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What was agreed with the provider of the SM-DP+.
 *
 * @param url the server up to {@code /gsma/…}; empty while the simulated one stands in
 * @param smdpAddress SM-DP+ address for activation codes where the server names none
 * @param requesterIdentifier {@code functionRequesterIdentifier}, usually an object
 * identifier
 * @param adminProtocol {@code X-Admin-Protocol} announced
 * @param iccidPadding whether 19 digits are sent with a trailing {@code F}
 * @param sendEid whether orders are bound to a phone where its EID is known
 * @param sendMatchingId whether the server takes and echoes a MatchingID of ours
 * @param connectTimeout for opening a connection
 * @param readTimeout from then to the last byte of the answer
 * @param sslBundle name of the Spring SSL bundle with the client certificate and the
 * trusted authorities; empty for the platform's
 * @param callback who may report progress
 */
@ConfigurationProperties("resim.provisioning.es2plus")
record Es2PlusProperties(@DefaultValue("") String url, @DefaultValue("") String smdpAddress,
		@DefaultValue("resim") String requesterIdentifier, @DefaultValue("gsma/rsp/v2.2.0") String adminProtocol,
		@DefaultValue("false") boolean iccidPadding, @DefaultValue("true") boolean sendEid,
		@DefaultValue("false") boolean sendMatchingId, @DefaultValue("3s") Duration connectTimeout,
		@DefaultValue("12s") Duration readTimeout, @DefaultValue("") String sslBundle,
		@DefaultValue Callback callback) {

	private static final String PATH = "/gsma/rsp2/es2plus";

	Es2PlusProperties {
		if (!url.isBlank() && !url.matches("https?://\\S+")) {
			throw new IllegalArgumentException("resim.provisioning.es2plus.url must start with https:// or http://");
		}
		if (!url.isBlank() && smdpAddress.isBlank()) {
			throw new IllegalArgumentException(
					"resim.provisioning.es2plus.smdp-address is missing: the address that phones use when the server names none");
		}
	}

	/**
	 * The configured server.
	 * @return the address to which a slash and a function's name are added, or empty
	 */
	Optional<URI> endpoint() {
		return this.url.isBlank() ? Optional.empty() : Optional.of(endpoint(URI.create(this.url.strip())));
	}

	static URI endpoint(URI server) {
		String text = server.toString().replaceAll("/+$", "");
		return URI.create(text.endsWith(PATH) ? text : text + PATH);
	}

	/**
	 * Who may report progress. With neither set nobody may.
	 *
	 * @param subject the full subject of the SM-DP+'s client certificate, as RFC 2253
	 * writes it
	 * @param secret a bearer token
	 */
	record Callback(@DefaultValue("") String subject, @DefaultValue("") String secret) {

		@Override
		public String toString() {
			return "Callback[subject=" + this.subject + "]";
		}

	}

}
