package app.resim.account;

import app.resim.kernel.Actor;

/**
 * Published when a factor was added or taken away, in the transaction of the change. From
 * then on other places at which its owner is signed in are not to be trusted.
 */
public interface FactorsChanged {

	/**
	 * Whose factors.
	 * @return a customer or one of the staff
	 */
	Actor who();

}
