package app.resim.request;

import java.util.List;
import java.util.Optional;

import static app.resim.request.Move.APPROVE;
import static app.resim.request.Move.ASK_PICTURE;
import static app.resim.request.Move.DECLINE;
import static app.resim.request.Move.EXPIRE;
import static app.resim.request.Move.FINISH;
import static app.resim.request.Move.HAND_OVER;
import static app.resim.request.Move.HOLD;
import static app.resim.request.Move.INSTALL;
import static app.resim.request.Move.PAUSE;
import static app.resim.request.Move.RELEASE;
import static app.resim.request.Move.RENEW;
import static app.resim.request.Move.RESUME;
import static app.resim.request.Move.SEND_PICTURE;
import static app.resim.request.Move.SEND_TO_REVIEW;
import static app.resim.request.Move.SET_ASIDE;
import static app.resim.request.Move.STALL;
import static app.resim.request.Move.SUBMIT;
import static app.resim.request.Move.TAKE_BACK;
import static app.resim.request.Move.VOTE;
import static app.resim.request.Move.WITHDRAW;
import static app.resim.request.RequestStatus.APPROVED;
import static app.resim.request.RequestStatus.DECLINED;
import static app.resim.request.RequestStatus.DONE;
import static app.resim.request.RequestStatus.DRAFT;
import static app.resim.request.RequestStatus.EXPIRED;
import static app.resim.request.RequestStatus.HANDED_OVER;
import static app.resim.request.RequestStatus.HELD;
import static app.resim.request.RequestStatus.INSTALLED;
import static app.resim.request.RequestStatus.IN_REVIEW;
import static app.resim.request.RequestStatus.PAUSED;
import static app.resim.request.RequestStatus.READY;
import static app.resim.request.RequestStatus.STALLED;
import static app.resim.request.RequestStatus.SUBMITTED;
import static app.resim.request.RequestStatus.WAITING_FOR_PICTURE;
import static app.resim.request.RequestStatus.WITHDRAWN;

/**
 * Every move that there is. A move that stands in no row does not happen.
 */
final class Transitions {

	static final List<Row> ROWS = List.of(
			// the customer
			new Row(DRAFT, SUBMIT, SUBMITTED, RequestEvent.Submitted.class),
			new Row(DRAFT, WITHDRAW, WITHDRAWN, RequestEvent.Withdrawn.class),
			new Row(SUBMITTED, WITHDRAW, WITHDRAWN, RequestEvent.Withdrawn.class),
			new Row(IN_REVIEW, WITHDRAW, WITHDRAWN, RequestEvent.Withdrawn.class),
			new Row(APPROVED, WITHDRAW, WITHDRAWN, RequestEvent.Withdrawn.class),
			new Row(STALLED, WITHDRAW, WITHDRAWN, RequestEvent.Withdrawn.class),
			new Row(READY, WITHDRAW, WITHDRAWN, RequestEvent.Withdrawn.class),
			new Row(WAITING_FOR_PICTURE, SEND_PICTURE, IN_REVIEW, RequestEvent.PicturesSent.class),
			new Row(WAITING_FOR_PICTURE, WITHDRAW, WITHDRAWN, RequestEvent.Withdrawn.class),
			new Row(HANDED_OVER, WITHDRAW, WITHDRAWN, RequestEvent.Withdrawn.class),
			// the decision
			new Row(SUBMITTED, SEND_TO_REVIEW, IN_REVIEW, RequestEvent.SentToReview.class),
			new Row(SUBMITTED, HAND_OVER, HANDED_OVER, RequestEvent.HandedOver.class),
			new Row(SUBMITTED, APPROVE, APPROVED, RequestEvent.Approved.class),
			new Row(IN_REVIEW, APPROVE, APPROVED, RequestEvent.Approved.class),
			new Row(IN_REVIEW, DECLINE, DECLINED, RequestEvent.Declined.class),
			new Row(IN_REVIEW, ASK_PICTURE, WAITING_FOR_PICTURE, RequestEvent.PicturesWanted.class),
			new Row(IN_REVIEW, HAND_OVER, HANDED_OVER, RequestEvent.HandedOver.class),
			new Row(IN_REVIEW, VOTE, IN_REVIEW, RequestEvent.ApprovedOnce.class),
			new Row(HANDED_OVER, TAKE_BACK, IN_REVIEW, RequestEvent.TakenBack.class),
			new Row(HANDED_OVER, VOTE, IN_REVIEW, RequestEvent.ApprovedOnce.class),
			new Row(HANDED_OVER, APPROVE, APPROVED, RequestEvent.Approved.class),
			new Row(HANDED_OVER, DECLINE, DECLINED, RequestEvent.Declined.class),
			// the owner's time to object
			new Row(SUBMITTED, HOLD, HELD, RequestEvent.Held.class),
			new Row(IN_REVIEW, HOLD, HELD, RequestEvent.Held.class),
			new Row(HANDED_OVER, HOLD, HELD, RequestEvent.Held.class),
			new Row(HELD, APPROVE, APPROVED, RequestEvent.Approved.class),
			new Row(HELD, WITHDRAW, WITHDRAWN, RequestEvent.Withdrawn.class),
			// "this was not me"
			new Row(HELD, PAUSE, PAUSED, RequestEvent.Paused.class),
			new Row(IN_REVIEW, PAUSE, PAUSED, RequestEvent.Paused.class),
			new Row(WAITING_FOR_PICTURE, PAUSE, PAUSED, RequestEvent.Paused.class),
			new Row(HANDED_OVER, PAUSE, PAUSED, RequestEvent.Paused.class),
			new Row(APPROVED, PAUSE, PAUSED, RequestEvent.Paused.class),
			new Row(STALLED, PAUSE, PAUSED, RequestEvent.Paused.class),
			new Row(READY, PAUSE, PAUSED, RequestEvent.Paused.class),
			new Row(PAUSED, RESUME, IN_REVIEW, RequestEvent.LookedInto.class),
			new Row(PAUSED, DECLINE, DECLINED, RequestEvent.Declined.class),
			new Row(PAUSED, WITHDRAW, WITHDRAWN, RequestEvent.Withdrawn.class),
			// the fraud desk
			new Row(HELD, SET_ASIDE, PAUSED, RequestEvent.SetAside.class),
			new Row(IN_REVIEW, SET_ASIDE, PAUSED, RequestEvent.SetAside.class),
			new Row(WAITING_FOR_PICTURE, SET_ASIDE, PAUSED, RequestEvent.SetAside.class),
			new Row(HANDED_OVER, SET_ASIDE, PAUSED, RequestEvent.SetAside.class),
			new Row(APPROVED, SET_ASIDE, PAUSED, RequestEvent.SetAside.class),
			new Row(STALLED, SET_ASIDE, PAUSED, RequestEvent.SetAside.class),
			new Row(READY, SET_ASIDE, PAUSED, RequestEvent.SetAside.class),
			// fulfilment
			new Row(APPROVED, RELEASE, READY, RequestEvent.Ready.class),
			new Row(APPROVED, STALL, STALLED, RequestEvent.Stalled.class),
			new Row(STALLED, RESUME, APPROVED, RequestEvent.Resumed.class),
			new Row(READY, INSTALL, INSTALLED, RequestEvent.Installed.class),
			new Row(INSTALLED, FINISH, DONE, RequestEvent.Finished.class),
			// a code that ran out or failed
			new Row(READY, RENEW, APPROVED, RequestEvent.Renewed.class),
			new Row(READY, STALL, STALLED, RequestEvent.Stalled.class),
			// time
			new Row(DRAFT, EXPIRE, EXPIRED, RequestEvent.Expired.class),
			new Row(WAITING_FOR_PICTURE, EXPIRE, EXPIRED, RequestEvent.Expired.class),
			new Row(HANDED_OVER, EXPIRE, EXPIRED, RequestEvent.Expired.class),
			new Row(READY, EXPIRE, EXPIRED, RequestEvent.Expired.class));

	private Transitions() {
	}

	static Optional<Row> row(RequestStatus from, Move move) {
		return ROWS.stream().filter(row -> row.from() == from && row.move() == move).findFirst();
	}

	/**
	 * One move.
	 *
	 * @param from where it starts
	 * @param move what happens
	 * @param to where it leads
	 * @param event what is told
	 */
	record Row(RequestStatus from, Move move, RequestStatus to, Class<? extends RequestEvent> event) {
	}

}
