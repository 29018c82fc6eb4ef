package app.resim.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import app.resim.catalogue.Catalogue;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.OrderId;
import app.resim.provisioning.Provisioning;
import app.resim.provisioning.Step;
import app.resim.provisioning.simulated.SimulatedSmDp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives one demonstration line an eSIM that was ordered and never installed, so that
 * showing an unused code again can be tried. A server that is configured is asked for
 * nothing: its profiles may cost money.
 */
@Component
@Profile("demo")
@ConditionalOnBooleanProperty("resim.demo.unused-code")
class UnusedCode {

	private static final Logger log = LoggerFactory.getLogger(UnusedCode.class);

	private static final Msisdn LINE = new Msisdn("+85255500163");

	private static final Duration USABLE = Duration.ofDays(30);

	private final Provisioning provisioning;

	private final Catalogue catalogue;

	private final ObjectProvider<SimulatedSmDp> simulated;

	UnusedCode(Provisioning provisioning, Catalogue catalogue, ObjectProvider<SimulatedSmDp> simulated) {
		this.provisioning = provisioning;
		this.catalogue = catalogue;
		this.simulated = simulated;
	}

	@EventListener(ApplicationReadyEvent.class)
	void make() {
		if (this.simulated.getIfAvailable() == null || this.provisioning.unusedOrder(LINE).isPresent()) {
			return;
		}
		var order = new OrderId(UUID.randomUUID());
		boolean made = done(
				this.provisioning.order(order, LINE, this.catalogue.front().profileType(), Optional.empty(), USABLE))
				&& done(this.provisioning.attach(order)) && done(this.provisioning.release(order));
		if (!made) {
			log.info("The demonstration starts without an unused code");
		}
	}

	private static boolean done(Step step) {
		return step instanceof Step.Done;
	}

}
