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

	/** What staff may do. */
	public enum Role {

		REVIEWER, SENIOR, FRAUD, EDITOR, AUDITOR

	}

}
