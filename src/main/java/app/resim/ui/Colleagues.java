package app.resim.ui;

import app.resim.account.Staff;
import app.resim.account.StaffMember;

import org.springframework.stereotype.Component;

/**
 * What colleagues call each other.
 */
@Component
public class Colleagues {

	private final Staff staff;

	Colleagues(Staff staff) {
		this.staff = staff;
	}

	/**
	 * A colleague's name.
	 * @param signInName as cases and the audit trail keep it
	 * @return the name as colleagues see it; the sign-in name of somebody who has left
	 */
	public String nameOf(String signInName) {
		return this.staff.find(signInName).map(StaffMember::displayName).orElse(signInName);
	}

}
