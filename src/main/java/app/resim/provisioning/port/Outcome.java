package app.resim.provisioning.port;

/**
 * How a call to an SM-DP+ ended. What matters is whether it may be repeated.
 *
 * @param <T> what the call answers
 */
public sealed interface Outcome<T> {

	/**
	 * The server did it, with or without a warning.
	 *
	 * @param answer what it answered
	 * @param <T> what the call answers
	 */
	record Done<T>(T answer) implements Outcome<T> {
	}

	/**
	 * The server refused and did nothing. The same call would be refused again.
	 *
	 * @param code subject and reason code as {@code 8.2.5-3.7} (SGP.22, 5.2.6), or
	 * {@code http-404} where the server gave none
	 * @param text the server's own words, for operators only; may be empty
	 * @param <T> what the call answers
	 */
	record Refused<T>(String code, String text) implements Outcome<T> {

		@Override
		public String toString() {
			return "Refused[" + this.code + "]";
		}

	}

	/**
	 * The server did not get to it in time and did nothing. It may be repeated.
	 *
	 * @param <T> what the call answers
	 */
	record Expired<T>() implements Outcome<T> {
	}

	/**
	 * The request never left: no connection was opened. It may be repeated.
	 *
	 * @param <T> what the call answers
	 */
	record Unreachable<T>() implements Outcome<T> {
	}

	/**
	 * Nobody knows: the request was sent and no readable answer came. The server may have
	 * done it, so it is never repeated as if nothing had happened.
	 *
	 * @param cause what was seen instead of an answer, such as {@code timeout},
	 * {@code reset}, {@code http-500} or {@code unreadable}
	 * @param <T> what the call answers
	 */
	record Unknown<T>(String cause) implements Outcome<T> {
	}

}
