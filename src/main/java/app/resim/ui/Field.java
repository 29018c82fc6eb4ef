package app.resim.ui;

/**
 * Something in a {@link Form} that a person fills in.
 */
public interface Field {

	/**
	 * Under which name the browser sends it; also the id that an error links to.
	 * @return unique on the page
	 */
	String name();

	/**
	 * Takes what the browser sent.
	 * @param typed as it is, empty if nothing was filled in
	 */
	void take(String typed);

	/**
	 * Shows what is wrong.
	 * @param message one sentence that says how to put it right
	 */
	void refuse(String message);

	/** Shows no error. */
	void accept();

	/** Moves the cursor here. */
	void focusIt();

}
