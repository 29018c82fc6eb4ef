package app.resim.account;

import java.io.Serializable;
import java.util.Set;

/**
 * Somebody who works for the operator.
 *
 * @param name sign-in name
 * @param displayName as colleagues see it
 * @param roles what they may do
 */
public record StaffMember(String name, String displayName, Set<Role> roles) implements Serializable {

	/**
	 * What staff may do. Roles add up, and none includes another; the whole table stands
	 * in {@code docs/operations.md}.
	 */
	public enum Role {

		/** Decides cases. */
		REVIEWER,
		/** Leads the team: figures, holds, customers' rights, colleagues. */
		SENIOR,
		/** Looks at cases and declines, approves nothing. */
		FRAUD,
		/** Keeps the lists of devices, sees no case. */
		CATALOGUE,
		/** Reads the trail and the figures, changes nothing. */
		AUDITOR,
		/** Works in a shop: sees who comes today and tomorrow, sees no case. */
		CLERK

	}

}
