package app.resim.ui;

import java.time.Instant;
import java.util.Set;

import app.resim.account.Entrance;
import app.resim.account.Factor;
import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.account.StaffMember;
import app.resim.account.StaffMember.Role;
import app.resim.kernel.SubscriberId;

import org.springframework.security.core.Authentication;

/**
 * People who have signed in, without having walked through the pages for it.
 */
public final class Seats {

	private Seats() {
	}

	/**
	 * Somebody of the staff.
	 * @param name sign-in name
	 * @param roles what they may do
	 * @return the seat
	 */
	public static Authentication staff(String name, Role... roles) {
		return new StaffSeat(new StaffMember(name, name, Set.of(roles)), Entrance.PASSWORD,
				new Proven(Factor.AUTHENTICATOR_APP, Instant.EPOCH, Instant.EPOCH));
	}

	/**
	 * A customer.
	 * @param subscriber the directory's key
	 * @return the seat
	 */
	public static Authentication customer(String subscriber) {
		return new CustomerSeat(Proof.of(new SubscriberId(subscriber), Proven.mailCode(Instant.EPOCH)));
	}

}
