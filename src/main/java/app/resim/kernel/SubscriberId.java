package app.resim.kernel;

import java.io.Serializable;

/**
 * Names a customer in the operator's directory. Opaque: Resim never reads a meaning into
 * it.
 *
 * @param subscriber the directory's own key, at most 64 characters
 */
public record SubscriberId(String subscriber) implements Serializable {

	public SubscriberId {
		if (subscriber.isBlank() || subscriber.length() > 64) {
			throw new IllegalArgumentException("Not a subscriber id");
		}
	}

	@Override
	public String toString() {
		return this.subscriber;
	}

}
