package app.resim.identity.worker;

/**
 * Whether somebody's face is on a picture.
 */
public enum Faces {

	FOUND, NONE_FOUND,
	/** Nobody looked: not on this side, or not on this machine. */
	NOT_AVAILABLE

}
