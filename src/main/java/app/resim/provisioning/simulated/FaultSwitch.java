package app.resim.provisioning.simulated;

import org.springframework.stereotype.Component;

/**
 * What is wrong at the moment.
 */
@Component
@WhileNoServerIsConfigured
class FaultSwitch {

	private volatile Fault fault = new Fault.None();

	Fault fault() {
		return this.fault;
	}

	void set(Fault next) {
		this.fault = next;
	}

}
