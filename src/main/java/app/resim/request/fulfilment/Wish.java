package app.resim.request.fulfilment;

import java.time.Duration;
import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.kernel.Eid;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.provisioning.OrderId;

/**
 * What fulfilment has to bring about.
 *
 * @param reference the request's reference, the key under which fee and change are
 * recorded
 * @param subscriber who pays
 * @param order the order's key, fixed at approval
 * @param former the order whose code this one replaces, where there is one
 * @param line the line
 * @param reason why
 * @param profileType the SM-DP+'s name of the profile
 * @param eid the phone to bind to, where known
 * @param codeValidity how long the code may be used
 * @param fee what it costs
 * @param reuseCode whether an existing, unused code shall serve
 */
public record Wish(String reference, SubscriberId subscriber, OrderId order, Optional<OrderId> former, Msisdn line,
		Reason reason, String profileType, Optional<Eid> eid, Duration codeValidity, Money fee, boolean reuseCode) {
}
