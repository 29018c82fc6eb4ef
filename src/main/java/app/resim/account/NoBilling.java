package app.resim.account;

import java.time.Duration;
import java.time.Instant;

import app.resim.account.port.Billing;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * For operators whose billing cannot be asked: nothing is known, and what is to be done
 * is done by people.
 */
@Component
@ConditionalOnProperty(name = "resim.account.billing.adapter", havingValue = "none")
class NoBilling implements Billing {

	private static final BillingAnswer BY_HAND = new BillingAnswer.Refused("no-billing");

	@Override
	public Duration longestCall() {
		return Duration.ofSeconds(1);
	}

	@Override
	public Standing standing(SubscriberId subscriber, Msisdn line) {
		return Standing.UNKNOWN;
	}

	@Override
	public BillingAnswer stopCharging(Msisdn line, Instant at, String reference) {
		return BY_HAND;
	}

	@Override
	public BillingAnswer refund(SubscriberId subscriber, Msisdn line, Money amount, RefundWay way, String reference) {
		return BY_HAND;
	}

	@Override
	public BillingAnswer close(Msisdn line, String reference) {
		return BY_HAND;
	}

}
