package app.resim.catalogue;

/**
 * What the operator lays down has to make sense.
 */
final class Rule {

	private Rule() {
	}

	static void check(boolean holds, String otherwise) {
		if (!holds) {
			throw new IllegalArgumentException(otherwise);
		}
	}

}
