package app.resim.notification.port;

import app.resim.kernel.Msisdn;

/**
 * A message for one phone. Prints neither the number nor the text.
 *
 * @param to the number
 * @param text the message; the gateway splits it where it is too long
 */
public record ShortMessage(Msisdn to, String text) {

	@Override
	public String toString() {
		return "ShortMessage[•••]";
	}

}
