package app.resim.request;

/**
 * Who decides about a request.
 */
public enum Route {

	AUTOMATIC, REVIEWED

}
