package app.resim.request;

/**
 * The questions of the guided way, in their order.
 */
public enum Question {

	DEVICE, DOCUMENT, PORTRAIT, REASON, CHECK

}
