package app.resim.provisioning;

import org.springframework.beans.factory.BeanFactory;

/**
 * Looks what the operator's pool still holds, as every order does first.
 */
public final class FreeProfiles {

	private FreeProfiles() {
	}

	/**
	 * Asks the pool of a running application.
	 * @param resim the application
	 * @return the question
	 */
	public static Runnable of(BeanFactory resim) {
		IccidStock stock = resim.getBean(IccidStock.class);
		return () -> {
			if (!stock.fillIfDry("any")) {
				throw new IllegalStateException("The pool is dry");
			}
		};
	}

}
