package app.resim.keys;

/**
 * Thrown when sealed bytes, their context and the key do not belong together: the row was
 * altered, or the key set was replaced instead of rotated. Trying again does not help.
 */
public class SealBroken extends RuntimeException {

	public SealBroken() {
		super("A sealed value does not open with this key set");
	}

}
