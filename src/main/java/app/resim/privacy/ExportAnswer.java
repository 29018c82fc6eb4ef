package app.resim.privacy;

/**
 * What became of the wish for an export.
 */
public sealed interface ExportAnswer {

	/**
	 * It can be written.
	 *
	 * @param export what there is
	 */
	record Ready(Export export) implements ExportAnswer {
	}

	/** Nothing is kept about this customer, or there is no such customer. */
	record NothingKept() implements ExportAnswer {
	}

	/** The account is the asking person's own, or of somebody close to them. */
	record OwnAccount() implements ExportAnswer {
	}

}
