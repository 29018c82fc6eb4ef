package app.resim.account;

/**
 * Whom of the staff an account of the operator seats.
 */
public sealed interface StaffAnswer {

	/**
	 * Somebody who has a role.
	 *
	 * @param member who
	 */
	record Known(StaffMember member) implements StaffAnswer {
	}

	/** The account has no role here, or somebody else has its name. */
	record Refused() implements StaffAnswer {
	}

}
