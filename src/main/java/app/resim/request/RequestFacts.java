package app.resim.request;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.kernel.BrandId;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

/**
 * What a notice about a request may need.
 *
 * @param reference the reference
 * @param subscriber whose request
 * @param brand whose customer
 * @param brandName the brand as customers know it
 * @param hotline the brand's number to call, E.164
 * @param zone in which the brand tells times
 * @param line the line concerned
 * @param kind what it is about
 * @param reason why a new eSIM is needed; empty in a draft that has not come that far
 * @param answerBy by when a person answers, while one has to
 * @param declined why it was refused, if it was
 * @param asking what a reviewer waits for, if for anything
 * @param codeUsableUntil how long the code may be used, once it is ready
 * @param newCodeUntil until when there may be a new code instead of one that ran out
 * @param coolingUntil before which nothing is issued, so that the owner can object
 * @param stops what stops the request, for each way on which the owner is told; secrets,
 * for nobody but the owner
 */
public record RequestFacts(RequestReference reference, SubscriberId subscriber, BrandId brand, String brandName,
		String hotline, ZoneId zone, Msisdn line, RequestKind kind, Optional<Reason> reason, Optional<Instant> answerBy,
		Optional<DeclineReason> declined, Optional<Asking> asking, Optional<Instant> codeUsableUntil,
		Optional<Instant> newCodeUntil, Optional<Instant> coolingUntil, Map<NoticeChannel, String> stops) {

	@Override
	public String toString() {
		return "RequestFacts[" + this.reference + "]";
	}

}
