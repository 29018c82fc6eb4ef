package app.resim.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.identity.Picture;
import app.resim.kernel.BrandId;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;

/**
 * A request as its owner sees it.
 *
 * @param reference what people call it
 * @param brand whose rules hold
 * @param line the line
 * @param phase where it stands
 * @param questions what is asked, in order
 * @param next the first question still open; {@link Question#CHECK} when none is
 * @param person whom it is for, as far as a country's rules care
 * @param card the physical card that is wanted; empty for an eSIM
 * @param device the answer about the new device
 * @param documentKind the chosen document
 * @param pictures stored pictures, without bytes
 * @param reason why
 * @param reusesCode whether the existing, unused code is shown again
 * @param fee what it costs: the offer while a draft, what was agreed afterwards
 * @param route who decides, once it was sent
 * @param times when what happened
 * @param trouble what keeps it, if anything does
 * @param declined why it was refused, if it was
 * @param asking what a reviewer waits for, if for anything
 * @param canWithdraw whether the owner may still take it back
 */
public record RequestView(RequestReference reference, BrandId brand, Msisdn line, Phase phase, List<Question> questions,
		Question next, PersonView person, Optional<CardView> card, Optional<DeviceFacts> device,
		Optional<DocumentKind> documentKind, List<Picture> pictures, Optional<Reason> reason, boolean reusesCode,
		Money fee, Optional<Route> route, Times times, Optional<Trouble> trouble, Optional<Refusal> declined,
		Optional<Asking> asking, boolean canWithdraw) {

	/**
	 * Whether its code could be used and was not in time.
	 * @return true while it waits for a new one
	 */
	public boolean hasRunOut() {
		return this.phase == Phase.READY && this.trouble.filter(Trouble::codeOver).isPresent();
	}

	/**
	 * What it is about.
	 * @return an eSIM or a card
	 */
	public RequestKind kind() {
		return this.card.isPresent() ? RequestKind.CARD : RequestKind.ESIM;
	}

	/**
	 * When what happened.
	 *
	 * @param saved the last answer or change
	 * @param submitted when it was sent
	 * @param answerBy by when a person answers
	 * @param decided when it was approved or refused
	 * @param ready when the code could be shown
	 * @param codeUntil until when the code may be used
	 * @param installed when a phone installed it
	 * @param ended when nothing was left to do
	 * @param coolingUntil before which nothing is issued, so that the owner can object
	 * @param paused since when it is stopped from a message to the owner
	 */
	public record Times(Instant saved, Optional<Instant> submitted, Optional<Instant> answerBy,
			Optional<Instant> decided, Optional<Instant> ready, Optional<Instant> codeUntil,
			Optional<Instant> installed, Optional<Instant> ended, Optional<Instant> coolingUntil,
			Optional<Instant> paused) {
	}

	/**
	 * What keeps a request.
	 *
	 * @param nextTry when Resim tries again by itself; empty when people look after it
	 * @param installFault the SM-DP+'s subject and reason code when the phone could not
	 * install, for {@code customer.install.fault.*}
	 * @param codeOver whether the time of the code is over
	 * @param newCodeUntil until when the owner may have a new code instead of one that
	 * ran out or failed; empty where none is given
	 */
	public record Trouble(Optional<Instant> nextTry, Optional<String> installFault, boolean codeOver,
			Optional<Instant> newCodeUntil) {
	}

	/**
	 * Why it was refused.
	 *
	 * @param reason from the catalogue of reasons
	 * @param note the reviewer's own words, where there are any
	 */
	public record Refusal(DeclineReason reason, Optional<String> note) {
	}

}
