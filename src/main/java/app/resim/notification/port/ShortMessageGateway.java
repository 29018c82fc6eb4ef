package app.resim.notification.port;

/**
 * Hands short messages to the network. The contract is that of {@link EmailGateway}.
 * Short messages carry notices and never a code.
 */
public interface ShortMessageGateway {

	/**
	 * Hands over one message.
	 * @param message the message
	 * @return what became of it
	 * @throws GatewayUnreachable if nobody took the message; later it may be taken
	 */
	Outcome send(ShortMessage message);

}
