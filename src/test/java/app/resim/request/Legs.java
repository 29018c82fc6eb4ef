package app.resim.request;

import org.awaitility.Awaitility;

import org.springframework.beans.factory.BeanFactory;

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
		Awaitility.await("the owner is told first")
			.until(() -> rows.findByReference(reference.reference()).orElseThrow().toldAt().isPresent());
		beans.getBean(Fulfilment.class).run(rows.findByReference(reference.reference()).orElseThrow().id());
	}

}
