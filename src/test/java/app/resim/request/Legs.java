package app.resim.request;

import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.provisioning.simulated.SimulatedProfile;
import app.resim.provisioning.simulated.SimulatedSmDp;
import org.awaitility.Awaitility;

import org.springframework.beans.factory.BeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs, for pages that are tested without jobs in the background, what a job would run.
 */
public final class Legs {

	private Legs() {
	}

	/**
	 * Runs fulfilment of a request once, after its owner was told.
	 * @param beans of Resim
	 * @param reference which
	 */
	public static void run(BeanFactory beans, RequestReference reference) {
		RequestRows rows = beans.getBean(RequestRows.class);
		told(rows, reference);
		beans.getBean(Fulfilment.class).run(rows.findByReference(reference.reference()).orElseThrow().id());
	}

	/**
	 * Waits until the owner of a request is told of it.
	 * @param rows of requests
	 * @param reference which
	 */
	static void told(RequestRows rows, RequestReference reference) {
		Awaitility.await("the owner is told first")
			.until(() -> rows.findByReference(reference.reference()).orElseThrow().toldAt().isPresent());
	}

	/**
	 * A phone installs the profile that lies ready.
	 * @param smdp where it lies; its report travels on another thread
	 */
	public static void install(SimulatedSmDp smdp) {
		Iccid ready = smdp.profiles()
			.stream()
			.filter(each -> each.state() == SimulatedProfile.State.RELEASED)
			.findFirst()
			.orElseThrow()
			.iccid();
		assertThat(smdp.install(ready, Optional.empty())).isInstanceOf(SimulatedSmDp.Attempt.Installed.class);
	}

}
