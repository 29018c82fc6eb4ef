package app.resim.provisioning.simulated;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * The portal to which the simulated SM-DP+ reports, and how it shows who it is.
 */
interface Portal {

	/** Up to {@code /gsma/…}; empty while nobody is to be told. */
	Optional<URI> portal();

	/** Asked at each notice, so that renewed certificates are used. */
	HttpClient.Builder client();

	/** Adds what the portal asks of its callers. */
	HttpRequest.Builder signed(HttpRequest.Builder request);

}
