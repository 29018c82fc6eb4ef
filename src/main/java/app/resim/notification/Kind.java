package app.resim.notification;

import java.util.Locale;
import java.util.Optional;

import app.resim.request.RequestEvent;

/**
 * The notices that there are. Those that matter most to somebody who did not ask for them
 * also go out as short messages.
 */
enum Kind {

	SUBMITTED(true), REVIEW(false), READY(false), INSTALLED(true), FINISHED(true), DECLINED(true), WITHDRAWN(false),
	STALLED(false), EXPIRED(false), HELD(true), REMINDED(true), PAUSED(true), LOOKED_INTO(true), SET_ASIDE(false),
	PICTURES_WANTED(true), PICTURES_CAME(false), STORE(true), TAKEN_BACK(false), CODE_RAN_OUT(false), CARD_READY(false),
	CARD_SENT(false);

	private final boolean alsoShort;

	Kind(boolean alsoShort) {
		this.alsoShort = alsoShort;
	}

	static Optional<Kind> of(RequestEvent event) {
		return switch (event) {
			case RequestEvent.Submitted _ -> Optional.of(SUBMITTED);
			case RequestEvent.SentToReview _ -> Optional.of(REVIEW);
			case RequestEvent.Ready _ -> Optional.of(READY);
			case RequestEvent.Installed _ -> Optional.of(INSTALLED);
			case RequestEvent.Finished _ -> Optional.of(FINISHED);
			case RequestEvent.Declined _ -> Optional.of(DECLINED);
			case RequestEvent.Withdrawn _ -> Optional.of(WITHDRAWN);
			case RequestEvent.Stalled _ -> Optional.of(STALLED);
			case RequestEvent.Expired _ -> Optional.of(EXPIRED);
			case RequestEvent.CardReady _ -> Optional.of(CARD_READY);
			case RequestEvent.CardSent _ -> Optional.of(CARD_SENT);
			case RequestEvent.CodeRanOut _ -> Optional.of(CODE_RAN_OUT);
			case RequestEvent.Held _ -> Optional.of(HELD);
			case RequestEvent.StillAskedFor _ -> Optional.of(REMINDED);
			case RequestEvent.Paused _ -> Optional.of(PAUSED);
			case RequestEvent.LookedInto _ -> Optional.of(LOOKED_INTO);
			case RequestEvent.SetAside _ -> Optional.of(SET_ASIDE);
			case RequestEvent.PicturesWanted _ -> Optional.of(PICTURES_WANTED);
			case RequestEvent.PicturesSent _ -> Optional.of(PICTURES_CAME);
			case RequestEvent.HandedOver _ -> Optional.of(STORE);
			case RequestEvent.TakenBack _ -> Optional.of(TAKEN_BACK);
			// a colleague has to approve as well: for the customer nothing has changed
			case RequestEvent.ApprovedOnce _ -> Optional.empty();
			// a moment later the code is ready, or fulfilment goes on: nothing to tell
			case RequestEvent.Approved _ -> Optional.empty();
			case RequestEvent.Resumed _ -> Optional.empty();
			case RequestEvent.Renewed _ -> Optional.empty();
		};
	}

	/** Whether what it tells of can still be stopped by "this was not me". */
	boolean canBeStopped() {
		return switch (this) {
			case SUBMITTED, REVIEW, READY, STALLED, HELD, REMINDED, LOOKED_INTO, PICTURES_WANTED, PICTURES_CAME, STORE,
					TAKEN_BACK, CODE_RAN_OUT, CARD_READY, CARD_SENT ->
				true;
			case INSTALLED, FINISHED, DECLINED, WITHDRAWN, EXPIRED, PAUSED, SET_ASIDE -> false;
		};
	}

	boolean alsoShort() {
		return this.alsoShort;
	}

	/**
	 * The key of one of its texts.
	 * @param part {@code subject}, {@code body} or {@code sms}
	 * @return for example {@code notification.ready.subject}
	 */
	String key(String part) {
		return "notification." + name().toLowerCase(Locale.ROOT) + "." + part;
	}

}
