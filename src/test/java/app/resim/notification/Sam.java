package app.resim.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import app.resim.MovingClock;
import app.resim.account.Subscriber;
import app.resim.kernel.Actor;
import app.resim.kernel.BrandId;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.identity.Side;
import app.resim.request.Asking;
import app.resim.request.DeclineReason;
import app.resim.request.NoticeChannel;
import app.resim.request.PictureReason;
import app.resim.request.PictureWish;
import app.resim.request.RequestEvent;
import app.resim.request.RequestFacts;
import app.resim.request.RequestKind;
import app.resim.request.RequestReference;

/**
 * A customer with a request, and what can happen to it.
 */
final class Sam {

	static final SubscriberId ID = new SubscriberId("c-1");

	static final BrandId BRAND = new BrandId("tidewire");

	static final Msisdn LINE = new Msisdn("+85255500142");

	static final Msisdn BACKUP = new Msisdn("+85255500121");

	static final RequestReference REFERENCE = new RequestReference("RS-7K4M-29QD");

	static final Instant ANSWER_BY = Instant.parse("2026-08-04T07:52:00Z");

	static final Instant CODE_UNTIL = Instant.parse("2026-08-18T07:52:00Z");

	static final Instant COOLING_UNTIL = Instant.parse("2026-08-05T05:52:00Z");

	static final Map<NoticeChannel, String> STOPS = Map.of(NoticeChannel.EMAIL, "stop-1", NoticeChannel.LINE, "stop-2",
			NoticeChannel.BACKUP, "stop-3");

	private static final Asking ASKING = new Asking(List.of(new PictureWish(Side.FRONT, PictureReason.GLARE)), Set.of(),
			Optional.empty(), ANSWER_BY, CODE_UNTIL);

	private static final Instant NOW = MovingClock.START;

	private static final Actor SAM = Actor.customer(ID);

	private Sam() {
	}

	static Subscriber reading(String language) {
		return with(language, Optional.of(BACKUP));
	}

	static Subscriber with(String language, Optional<Msisdn> backupPhone) {
		return new Subscriber(ID, BRAND, "Wong Siu Man", "sam.demo@example.com", backupPhone,
				Locale.forLanguageTag(language));
	}

	static RequestFacts facts() {
		return new RequestFacts(REFERENCE, ID, BRAND, "Tidewire Mobile", "+85255500100", ZoneId.of("Asia/Hong_Kong"),
				LINE, RequestKind.ESIM, Optional.empty(), Optional.of(ANSWER_BY),
				Optional.of(DeclineReason.DOCUMENT_UNREADABLE), Optional.of(ASKING), Optional.of(CODE_UNTIL),
				Optional.of(COOLING_UNTIL), Optional.of(COOLING_UNTIL), STOPS);
	}

	static RequestFacts withoutTimes() {
		return new RequestFacts(REFERENCE, ID, BRAND, "Tidewire Mobile", "+85255500100", ZoneId.of("Asia/Hong_Kong"),
				LINE, RequestKind.ESIM, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.empty(), STOPS);
	}

	static RequestEvent submitted() {
		return new RequestEvent.Submitted(REFERENCE, ID, BRAND, SAM, NOW);
	}

	static RequestEvent sentToReview() {
		return new RequestEvent.SentToReview(REFERENCE, ID, BRAND, Actor.RESIM, NOW);
	}

	static RequestFacts aboutACard() {
		return new RequestFacts(REFERENCE, ID, BRAND, "Tidewire Mobile", "+85255500100", ZoneId.of("Asia/Hong_Kong"),
				LINE, RequestKind.CARD, Optional.empty(), Optional.of(ANSWER_BY), Optional.empty(), Optional.of(ASKING),
				Optional.of(CODE_UNTIL), Optional.empty(), Optional.of(COOLING_UNTIL), STOPS);
	}

	static RequestEvent cardReady() {
		return new RequestEvent.CardReady(REFERENCE, ID, BRAND, Actor.staff("kay"), NOW);
	}

	static RequestEvent cardSent() {
		return new RequestEvent.CardSent(REFERENCE, ID, BRAND, Actor.staff("kay"), NOW);
	}

	static RequestEvent approved() {
		return new RequestEvent.Approved(REFERENCE, ID, BRAND, Actor.RESIM, NOW);
	}

	static RequestEvent picturesWanted(int round) {
		return new RequestEvent.PicturesWanted(REFERENCE, ID, BRAND, Actor.staff("kay"), NOW, "FRONT:GLARE", round);
	}

	static RequestEvent picturesSent() {
		return new RequestEvent.PicturesSent(REFERENCE, ID, BRAND, SAM, NOW, 1);
	}

	static RequestEvent handedOver() {
		return new RequestEvent.HandedOver(REFERENCE, ID, BRAND, Actor.staff("kay"), NOW, 1);
	}

	static RequestEvent takenBack() {
		return new RequestEvent.TakenBack(REFERENCE, ID, BRAND, Actor.staff("kay"), NOW, 1);
	}

	static RequestEvent approvedOnce() {
		return new RequestEvent.ApprovedOnce(REFERENCE, ID, BRAND, Actor.staff("kay"), NOW);
	}

	static RequestEvent held() {
		return new RequestEvent.Held(REFERENCE, ID, BRAND, Actor.RESIM, NOW, COOLING_UNTIL);
	}

	static RequestEvent stillAskedFor() {
		return new RequestEvent.StillAskedFor(REFERENCE, ID, BRAND, Actor.RESIM, NOW);
	}

	static RequestEvent setAside() {
		return new RequestEvent.SetAside(REFERENCE, ID, BRAND, Actor.staff("fay"), NOW, 1);
	}

	static RequestEvent paused(NoticeChannel channel, int round) {
		return new RequestEvent.Paused(REFERENCE, ID, BRAND, Actor.stranger("notice"), NOW, channel, round);
	}

	static RequestEvent lookedInto(int round) {
		return new RequestEvent.LookedInto(REFERENCE, ID, BRAND, Actor.staff("kay"), NOW, round);
	}

	static RequestEvent declined() {
		return new RequestEvent.Declined(REFERENCE, ID, BRAND, Actor.staff("kay"), NOW,
				DeclineReason.DOCUMENT_UNREADABLE);
	}

	static RequestEvent withdrawn() {
		return new RequestEvent.Withdrawn(REFERENCE, ID, BRAND, SAM, NOW);
	}

	static RequestEvent stalled() {
		return new RequestEvent.Stalled(REFERENCE, ID, BRAND, Actor.RESIM, NOW, "sm-dp+ 8.1.1/3.8");
	}

	static RequestEvent resumed() {
		return new RequestEvent.Resumed(REFERENCE, ID, BRAND, Actor.RESIM, NOW);
	}

	static RequestEvent ready() {
		return new RequestEvent.Ready(REFERENCE, ID, BRAND, Actor.RESIM, NOW, 1);
	}

	static RequestEvent codeRanOut(int round) {
		return new RequestEvent.CodeRanOut(REFERENCE, ID, BRAND, Actor.RESIM, NOW, round);
	}

	static RequestEvent renewed() {
		return new RequestEvent.Renewed(REFERENCE, ID, BRAND, SAM, NOW, 1);
	}

	static RequestEvent installed() {
		return new RequestEvent.Installed(REFERENCE, ID, BRAND, Actor.system("sm-dp+"), NOW);
	}

	static RequestEvent finished() {
		return new RequestEvent.Finished(REFERENCE, ID, BRAND, Actor.RESIM, NOW);
	}

	static RequestEvent expired() {
		return new RequestEvent.Expired(REFERENCE, ID, BRAND, Actor.RESIM, NOW);
	}

}
