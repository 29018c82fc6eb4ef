package app.resim.provisioning;

/**
 * Thrown when the network cannot be asked about a line; trying again later may help.
 */
public class NetworkUnreachable extends RuntimeException {

	NetworkUnreachable(Throwable cause) {
		super("The network does not answer", cause);
	}

}
