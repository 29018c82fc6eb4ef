package app.resim.identity;

/**
 * What a picture shows.
 */
public enum Side {

	FRONT, BACK, PORTRAIT

}
