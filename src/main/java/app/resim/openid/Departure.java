package app.resim.openid;

import java.net.URI;

/**
 * What comes of wanting to sign in with the operator's account.
 */
public sealed interface Departure {

	/**
	 * The browser goes to the provider.
	 *
	 * @param address where to; to be followed once and kept nowhere
	 * @param journey to be kept in the browser's session on the server
	 */
	record Leave(URI address, Journey journey) implements Departure {

		@Override
		public String toString() {
			return "Leave[]";
		}

	}

	/** The provider does not answer. */
	record Away() implements Departure {
	}

}
