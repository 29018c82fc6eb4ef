package app.resim.identity.mrz;

/**
 * One thing about a zone that was checked.
 *
 * @param subject what was checked
 * @param passed whether it holds
 */
public record Check(Subject subject, boolean passed) {

	/**
	 * What can be checked about a zone.
	 */
	public enum Subject {

		/** The check digit of the document's number. */
		NUMBER_DIGIT(true),
		/** The check digit of the birth date. */
		BIRTH_DIGIT(true),
		/** The check digit of the expiry. */
		EXPIRY_DIGIT(true),
		/** The check digit of the optional data; passports only. */
		OPTIONAL_DIGIT(true),
		/** The check digit over several fields. */
		COMPOSITE_DIGIT(true),
		/** The birth date exists, as far as it is told, and is not in the future. */
		BIRTH_DATE(false),
		/** The expiry exists and is neither before birth nor too far ahead. */
		EXPIRY_DATE(false),
		/** The issuer is in ICAO's list of codes. */
		ISSUER(false),
		/** The nationality is in ICAO's list of codes. */
		NATIONALITY(false),
		/** The sex is one that can be told. */
		SEX(false),
		/** There is a name, and it is made of what names are made of. */
		NAMES(false);

		private final boolean digit;

		Subject(boolean digit) {
			this.digit = digit;
		}

		/**
		 * Whether this is arithmetic.
		 * @return false for what is checked against the world
		 */
		public boolean digit() {
			return this.digit;
		}

	}

}
