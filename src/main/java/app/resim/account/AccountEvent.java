package app.resim.account;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

import app.resim.account.StaffMember.Role;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

/**
 * What accounts of the operator leave in the audit trail: keys, means and roles, never a
 * claim.
 *
 * @param at when
 * @param actor who
 * @param deed what
 * @param subject whose account, as far as Resim knows it
 * @param details how, or why not
 */
record AccountEvent(Instant at, Actor actor, String deed, String subject, String details) implements AuditedEvent {

	/** Somebody came with an account that belongs to no customer. */
	static AccountEvent unknown(Instant at) {
		return new AccountEvent(at, SignInEvent.STRANGER, "sign-in.failed", SignInEvent.NOBODY, "unknown account");
	}

	/** Somebody of the staff came with their account; it may not be enough. */
	static AccountEvent proven(Instant at, String name, boolean strong) {
		Factor factor = strong ? Factor.STRONG_OPERATOR_ACCOUNT : Factor.OPERATOR_ACCOUNT;
		return new AccountEvent(at, Actor.staff(name), "staff.account-proven", name, factor.name());
	}

	/** An account tells what somebody may do from now on. */
	static AccountEvent told(Instant at, StaffMember member) {
		String roles = member.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" "));
		return new AccountEvent(at, Actor.staff(member.name()), "staff.roles-told", member.name(), roles);
	}

	/** An account gives nobody of the staff a seat. */
	static AccountEvent refused(Instant at, Optional<String> name, String why) {
		return new AccountEvent(at, SignInEvent.STRANGER, "staff.refused", name.orElse(SignInEvent.NOBODY), why);
	}

}
