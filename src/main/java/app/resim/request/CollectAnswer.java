package app.resim.request;

/**
 * The code with which a card is collected in a shop.
 */
public sealed interface CollectAnswer {

	/**
	 * The code.
	 *
	 * @param code six digits; a secret
	 */
	record Shown(String code) implements CollectAnswer {

		@Override
		public String toString() {
			return "Shown[]";
		}

	}

	/** The last factor is too old. */
	record NeedsFreshSignIn() implements CollectAnswer {
	}

	/** No card waits in a shop. */
	record NotNow() implements CollectAnswer {
	}

}
