package app.resim.notification.simulated;

import java.time.Instant;

/**
 * A message that was caught instead of sent.
 *
 * @param id grows with every message
 * @param at when it was caught
 * @param channel how it would have travelled
 * @param to the address or number it was meant for
 * @param subject one line; empty for short messages
 * @param text plain text
 */
public record CaughtMessage(long id, Instant at, Channel channel, String to, String subject, String text) {

	/** How a message travels. */
	public enum Channel {

		EMAIL, SMS

	}

	@Override
	public String toString() {
		return "CaughtMessage[" + this.id + "]";
	}

}
