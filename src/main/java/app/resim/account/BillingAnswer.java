package app.resim.account;

/**
 * How a deed of the billing ended. No fault word holds a number.
 */
public sealed interface BillingAnswer {

	/** It is as wished, now or since an earlier try with the same reference. */
	record Done() implements BillingAnswer {
	}

	/**
	 * The billing refuses and did nothing; a repeat would be refused too. A person has to
	 * look.
	 *
	 * @param fault a word such as {@code no-such-line}
	 */
	record Refused(String fault) implements BillingAnswer {
	}

	/**
	 * Not done, or nobody knows. To be repeated with the same reference.
	 *
	 * @param fault a word such as {@code unreachable}
	 */
	record Later(String fault) implements BillingAnswer {
	}

}
