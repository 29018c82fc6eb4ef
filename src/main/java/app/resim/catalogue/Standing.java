package app.resim.catalogue;

/**
 * Who is behind a brand.
 */
public enum Standing {

	/** The operator itself: what is laid down holds. */
	OWN,
	/** Nobody: the brand is made up for demonstrations. */
	INVENTED,
	/** Nobody: the values are an example of what a real operator's could be. */
	EXAMPLE

}
