package app.resim.provisioning.es2plus;

import java.net.URI;
import java.util.Optional;

/**
 * An SM-DP+ inside this process that stands in while none is configured. It is reached by
 * the same client over the same protocol.
 */
public interface StandIn {

	/**
	 * Where it listens now.
	 * @return the server up to {@code /gsma/…}, or empty while it does not listen yet
	 */
	Optional<URI> url();

	/**
	 * The bearer token that both sides show each other, drawn at start.
	 * @return the token
	 */
	String secret();

	/**
	 * The SM-DP+ address for its activation codes.
	 * @return a host name
	 */
	String smdpAddress();

}
