package app.resim.provisioning.es2plus;

/**
 * What came back over the wire.
 */
sealed interface Reply {

	/**
	 * An HTTP answer, whatever it says.
	 *
	 * @param status the HTTP status
	 * @param body the body, at most {@link Wire#LARGEST} bytes
	 */
	@SuppressWarnings("ArrayRecordComponent")
	record Answered(int status, byte[] body) implements Reply {
	}

	/** No connection was opened: the request was never sent. */
	record NotSent() implements Reply {
	}

	/**
	 * The request was sent, or may have been, and no whole answer came.
	 *
	 * @param cause what happened instead
	 */
	record Lost(String cause) implements Reply {
	}

}
