package app.resim.notification.port;

/**
 * Thrown when nobody took a message; trying again later may help. Carries no cause,
 * because what mail servers say contains addresses.
 */
public class GatewayUnreachable extends RuntimeException {

	/**
	 * Says which gateway and what kind of fault.
	 * @param gateway for example {@code mail}
	 * @param fault what happened; only its type is kept
	 */
	public GatewayUnreachable(String gateway, Throwable fault) {
		super("The %s gateway took no message (%s)".formatted(gateway, fault.getClass().getSimpleName()));
	}

}
