package app.resim.ui;

import java.util.Set;

import app.resim.account.StaffMember;
import app.resim.account.StaffMember.Role;

/**
 * Where the work of a member of staff begins.
 */
final class StaffHome {

	private StaffHome() {
	}

	static String of(StaffMember member) {
		Set<Role> roles = member.roles();
		if (roles.contains(Role.REVIEWER) || roles.contains(Role.FRAUD)) {
			return "/staff";
		}
		if (roles.contains(Role.SENIOR)) {
			return "/staff/team";
		}
		if (roles.contains(Role.AUDITOR)) {
			return "/staff/audit";
		}
		return roles.contains(Role.CATALOGUE) ? "/staff/devices" : "/staff/shop";
	}

}
