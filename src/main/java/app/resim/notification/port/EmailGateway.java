package app.resim.notification.port;

/**
 * Hands e-mail to a mail server.
 *
 * <p>
 * A call may take some seconds but ends by itself. It may be repeated after
 * {@link GatewayUnreachable}; the message may then arrive twice, because a server that
 * fell silent may have taken it. Neither exceptions nor logs name the recipient.
 */
public interface EmailGateway {

	/**
	 * Hands over one message.
	 * @param message the message
	 * @return what became of it
	 * @throws GatewayUnreachable if nobody took the message; later it may be taken
	 */
	Outcome send(Email message);

}
