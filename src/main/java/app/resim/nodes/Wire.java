package app.resim.nodes;

import java.util.function.Consumer;

/**
 * The way from node to node.
 */
interface Wire {

	/**
	 * Begins to listen.
	 * @param heard is given what other nodes have sent
	 * @param missed called when listening was interrupted and goes on
	 */
	void open(Consumer<String> heard, Runnable missed);

	/**
	 * Sends to the other nodes when the present transaction is committed.
	 * @param text short
	 */
	void send(String text);

	/** Where there is one node only. */
	final class None implements Wire {

		@Override
		public void open(Consumer<String> heard, Runnable missed) {
			// nobody speaks
		}

		@Override
		public void send(String text) {
			// nobody listens
		}

	}

}
