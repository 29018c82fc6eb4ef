package app.resim.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;

import app.resim.account.port.Billing;
import app.resim.counterpart.Counterpart;
import app.resim.counterpart.Counterparts;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Leaves a billing that does not answer in peace for a while, whichever adapter speaks
 * with it. A deed that is not asked for meanwhile is answered as by one that cannot be
 * reached: surely nothing was done.
 */
record ShieldedBilling(Billing billing, Supplier<Counterpart> counterpart) implements Billing {

	static final String NAME = "billing";

	/** What a billing that is well does not say. */
	private static final Set<String> NO_ANSWER = Set.of("unreachable", "timeout", "reset");

	private BillingAnswer ask(Supplier<BillingAnswer> deed) {
		return this.counterpart.get()
			.ask(deed, answer -> answer instanceof BillingAnswer.Later(String fault) && NO_ANSWER.contains(fault),
					() -> new BillingAnswer.Later("unreachable"));
	}

	@Override
	public Duration longestCall() {
		return this.billing.longestCall();
	}

	@Override
	public Standing standing(SubscriberId subscriber, Msisdn line) {
		return this.counterpart.get().ask(() -> this.billing.standing(subscriber, line), answer -> false, () -> {
			throw new BillingUnreachable(new IllegalStateException("Left in peace for a while"));
		});
	}

	@Override
	public BillingAnswer stopCharging(Msisdn line, Instant at, String reference) {
		return ask(() -> this.billing.stopCharging(line, at, reference));
	}

	@Override
	public BillingAnswer refund(SubscriberId subscriber, Msisdn line, Money amount, RefundWay way, String reference) {
		return ask(() -> this.billing.refund(subscriber, line, amount, way, reference));
	}

	@Override
	public BillingAnswer close(Msisdn line, String reference) {
		return ask(() -> this.billing.close(line, reference));
	}

	/** Puts it before whatever billing there is. */
	@Configuration
	static class Shield {

		@Bean
		static BeanPostProcessor shieldedBilling(ObjectProvider<Counterparts> counterparts) {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof Billing billing)
							? new ShieldedBilling(billing, () -> counterparts.getObject().of(NAME)) : bean;
				}
			};
		}

	}

}
