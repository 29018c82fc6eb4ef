package app.resim.request;

/**
 * What a customer sees of a request's status.
 */
public enum Phase {

	/** Still being filled in. */
	DRAFT,
	/** A person checks it, or it waits for one. */
	CHECKING,
	/** Approved so far; a time runs in which the owner can object. */
	COOLING,
	/** Stopped from one of the messages about it, until a person has looked into it. */
	PAUSED,
	/** The customer has to send another picture. */
	PICTURE_WANTED,
	/** The customer has to come to a store. */
	AT_STORE,
	/** The new eSIM is being made. */
	PREPARING,
	/** The code can be shown and installed. */
	READY,
	/** The new eSIM works. */
	DONE,
	/** Refused, with a reason. */
	DECLINED,
	/** Taken back by the customer. */
	WITHDRAWN,
	/** Not finished in time. */
	EXPIRED

}
