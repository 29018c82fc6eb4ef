package app.resim.request;

/**
 * The questions of the guided way, in their order. Which of them a request asks depends
 * on what it is about.
 */
public enum Question {

	PERSON, DEVICE, WAY, PLACE, ADDRESS, DOCUMENT, PORTRAIT, REASON, CHECK

}
