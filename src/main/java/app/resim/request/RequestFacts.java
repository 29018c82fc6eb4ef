package app.resim.request;

import java.time.Instant;
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
 * @param line the line concerned
 * @param reason why a new eSIM is needed
 * @param answerBy by when a person answers, while one has to
 * @param declined why it was refused, if it was
 * @param codeUsableUntil how long the code may be used, once it is ready
 */
public record RequestFacts(RequestReference reference, SubscriberId subscriber, BrandId brand, Msisdn line,
		Reason reason, Optional<Instant> answerBy, Optional<DeclineReason> declined,
		Optional<Instant> codeUsableUntil) {
}
