package app.resim.request;

import org.springframework.beans.factory.BeanFactory;

/**
 * Runs, for pages that are tested without jobs in the background, what a job would run.
 */
public final class Legs {

	private Legs() {
	}

	/**
	 * Runs fulfilment of a request once.
	 * @param beans of Resim
	 * @param reference which
	 */
	public static void run(BeanFactory beans, RequestReference reference) {
		beans.getBean(RequestRows.class)
			.findByReference(reference.reference())
			.ifPresent(request -> beans.getBean(Fulfilment.class).run(request.id()));
	}

}
