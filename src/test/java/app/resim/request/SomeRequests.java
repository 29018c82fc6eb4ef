package app.resim.request;

import org.springframework.beans.factory.BeanFactory;

/**
 * Lets some requests be sent, stopped, looked into, approved and made.
 */
public final class SomeRequests {

	private SomeRequests() {
	}

	/**
	 * Lets them run.
	 * @param resim all of it
	 * @throws Exception if one of them does not come to its end
	 */
	public static void walk(BeanFactory resim) throws Exception {
		Races.Report report = new Races(resim).run(3);
		if (!report.faults().isEmpty()) {
			throw new IllegalStateException(String.join("; ", report.faults()));
		}
	}

}
