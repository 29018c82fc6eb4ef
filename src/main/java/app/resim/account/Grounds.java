package app.resim.account;

import app.resim.kernel.Actor;

/**
 * What a session rests on: enough to seat the same person on another node, with neither
 * more nor less than they have proven, and when. What staff may do is not part of it; it
 * is read anew.
 */
public sealed interface Grounds {

	/**
	 * Whose session it is.
	 * @return a customer or one of the staff
	 */
	Actor who();

	/**
	 * A customer's.
	 *
	 * @param proof what they have proven
	 */
	record OfCustomer(Proof proof) implements Grounds {

		@Override
		public Actor who() {
			return Actor.customer(this.proof.who());
		}

	}

	/**
	 * A colleague's.
	 *
	 * @param name sign-in name
	 * @param by what they began with
	 * @param factor what they showed last
	 */
	record OfStaff(String name, Entrance by, Proven factor) implements Grounds {

		@Override
		public Actor who() {
			return Actor.staff(this.name);
		}

	}

}
