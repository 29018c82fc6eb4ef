package app.resim.request;

/**
 * What can happen to a request.
 */
enum Move {

	SUBMIT, SEND_TO_REVIEW, APPROVE, DECLINE, STALL, RESUME, RELEASE, INSTALL, FINISH, WITHDRAW, EXPIRE

}
