package app.resim.request;

/**
 * What can happen to a request.
 */
enum Move {

	SUBMIT, SEND_TO_REVIEW, ASK_PICTURE, SEND_PICTURE, HAND_OVER, TAKE_BACK, VOTE, APPROVE, DECLINE, STALL, RESUME,
	RELEASE, INSTALL, FINISH, WITHDRAW, EXPIRE

}
